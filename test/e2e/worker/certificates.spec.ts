import {
  CertificateChecks,
  CertificatePapers,
  CertificateQueries,
  type CertificateRecord,
} from '@himpun/certificates';
import { Offices, Terms } from '@himpun/governance';
import { systemActor } from '@himpun/kernel';
import type { RelayedMessage } from '@himpun/outbox';
import { CertificateSigningProcessor } from '../../../apps/worker/src/certificates/certificate-signing.processor';
import { startApi, type TestApp } from '../../support/app';
import { aCertificate } from '../../support/certificates';
import { signedIn } from '../../support/client';
import { aGroup } from '../../support/groups';
import { readPdf } from '../../support/read-pdf';
import { startWorker, type TestWorker } from '../../support/worker';

describe('certificates.issue_requested', () => {
  let api: TestApp;
  let worker: TestWorker;
  let groupId: string;
  let personId: string;
  beforeAll(async () => {
    // What hears of certificates writes mails: demonstration mode keeps them.
    api = await startApi({ HIMPUN_DEMO: '1' });
    worker = await startWorker(api);
    groupId = await aGroup(api);
    personId = String((await signedIn(api)).personId);
  });
  afterAll(async () => {
    await worker.close();
    await api.close();
  });
  const read = (id: string) => api.app.get(CertificateQueries, { strict: false }).byId(id);

  it('ends in a signed certificate without anybody asking again', async () => {
    const { id } = await aCertificate(api, { personId, groupId });
    await worker.settled();
    expect(await read(id)).toMatchObject({ state: 'issued', signedAt: api.clock.now() });
  });

  it('delivered twice, also at once, gives one certificate, one place in the list and one announcement', async () => {
    const { id } = await aCertificate(api, { personId, groupId });
    await worker.settled();
    const before = await read(id);
    const [message]: RelayedMessage[] = await api.db.query(
      `SELECT * FROM outbox_messages WHERE type = 'certificates.issue_requested' AND payload ->> 'certificateId' = $1`,
      [id],
    );
    const processor = worker.processor(CertificateSigningProcessor);
    await Promise.all([1, 2, 3].map(() => processor.effect(message as RelayedMessage)));
    expect(await read(id)).toEqual(before);
    const [counted] = (await api.db.query(
      `SELECT (SELECT count(*)::int FROM status_entries WHERE certificate_id = $1) AS places,
         (SELECT count(*)::int FROM outbox_messages
          WHERE type = 'certificates.issued' AND payload ->> 'certificateId' = $1::text) AS announcements`,
      [id],
    )) as { places: number; announcements: number }[];
    expect(counted).toEqual({ places: 1, announcements: 1 });
  });

  it('names who held the chair on the day of issue, on paper and in what is signed', async () => {
    const association = await aGroup(api);
    const chapter = await aGroup(api, { parentId: association });
    const chair = await signedIn(api, { fullName: 'Sari Handayani' });
    await api.db.query(`UPDATE people SET title_before = 'dr.', title_after = 'S.Ft' WHERE id = $1`, [
      chair.personId,
    ]);
    const { seatIds } = await api.db.transaction((tx) =>
      api.app.get(Offices, { strict: false }).create(tx, {
        ...{ groupId: association, code: 'chair', nameId: 'Ketua Umum', nameEn: 'President' },
        ...{ powers: ['offices.appoint'], position: 1, seats: 1 },
      }),
    );
    await api.db.transaction((tx) =>
      api.app.get(Terms, { strict: false }).appointIn(tx, systemActor('test'), {
        ...{ seatId: String(seatIds[0]), personId: String(chair.personId), reason: 'Congress' },
        ...{ startsOn: '2026-11-21', endsOn: '2026-11-30' },
      }),
    );
    const signed = async (change: object) => {
      const { id } = await aCertificate(api, { personId, groupId: chapter, ...change });
      await worker.settled();
      return (await read(id)) as CertificateRecord;
    };
    const found = await signed({});
    expect(found.signatory).toEqual({
      name: 'dr. Sari Handayani, S.Ft',
      office: { id: 'Ketua Umum', en: 'President' },
    });
    expect(found.credential?.issuer).toMatchObject({
      official: 'dr. Sari Handayani, S.Ft, Ketua Umum / President',
    });
    expect(await api.app.get(CertificateChecks, { strict: false }).check(found.code)).toMatchObject({
      state: 'valid',
    });
    const paper = readPdf(
      await api.app.get(CertificatePapers, { strict: false }).pdf(systemActor('test'), found.id, 'en'),
    );
    for (const words of ['dr. Sari Handayani, S.Ft', 'President']) expect(paper.text).toContain(words);

    const before = await signed({ issuedAt: new Date('2026-11-01T00:00:00Z') });
    expect(before.signatory).toBeNull();
    expect(before.credential?.issuer).not.toHaveProperty('official');
  });
});

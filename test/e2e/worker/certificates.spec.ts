import { CertificateQueries } from '@himpun/certificates';
import type { RelayedMessage } from '@himpun/outbox';
import { CertificateSigningProcessor } from '../../../apps/worker/src/certificates/certificate-signing.processor';
import { startApi, type TestApp } from '../../support/app';
import { aCertificate } from '../../support/certificates';
import { signedIn } from '../../support/client';
import { aGroup } from '../../support/groups';
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
});

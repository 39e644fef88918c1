import { randomUUID } from 'node:crypto';
import {
  anAdmittingGroup,
  anApplication,
  anOfferedLicence,
  asks,
  type AdmittingGroup,
} from '../../../support/admission';
import { startApi, type TestApp } from '../../../support/app';
import { grantPowers, signedIn, signIn, type TestClient } from '../../../support/client';
import { aPdf } from '../../../support/sample-files';

describe('officers who read cases', () => {
  let api: TestApp;
  let group: AdmittingGroup;
  let sari: TestClient;
  let dewi: TestClient;
  let elsewhere: TestClient;

  beforeAll(async () => {
    api = await startApi();
    group = await anAdmittingGroup(api, [asks.licence]);
    sari = await anOfficer('Sari Handayani', group.groupId);
    dewi = await anOfficer('Dewi Anggraini', group.groupId);
    elsewhere = await anOfficer('Eko', (await anAdmittingGroup(api)).groupId);
  });
  afterAll(() => api.close());

  async function anOfficer(fullName: string, groupId: string) {
    const client = await signedIn(api, { fullName });
    await grantPowers(api, client.personId as string, groupId, ['applications.review']);
    return client;
  }
  const path = (id: string, part = '') => `/api/review/applications/${id}${part}`;

  describe('one after another', () => {
    let ids: string[];
    const beside = async (id: string, query = '', who = sari) =>
      (await who.get(path(id, `/neighbours${query}`))).body;

    beforeAll(async () => {
      const made = [];
      for (const dueOn of ['2026-11-24', '2026-11-26', '2026-11-30']) {
        made.push((await anApplication(api, group, { dueOn, fullName: `Case ${dueOn}` })).id);
      }
      ids = made;
    });

    it('go to what is due before and after', async () => {
      const [first, second, third] = ids as [string, string, string];
      expect(await beside(first)).toEqual({ previousId: null, nextId: second });
      expect(await beside(second)).toEqual({ previousId: first, nextId: third });
      expect(await beside(second, '?sort=-due')).toEqual({ previousId: third, nextId: first });
    });

    it('stay where they were after taking a case out of the tab', async () => {
      const [first, second, third] = ids as [string, string, string];
      await dewi.post(path(second, '/assignments'), {}, { 'If-Match': '"1"' });
      expect(await beside(first, '?tab=unassigned')).toEqual({ previousId: null, nextId: third });
      expect(await beside(second, '?tab=unassigned')).toEqual({ previousId: first, nextId: third });
    });

    it('begin again at the first once a case is closed', async () => {
      const done = await anApplication(api, group, { fullName: 'Done' });
      await api.db.query(`UPDATE applications SET state = 'withdrawn' WHERE id = $1`, [done.id]);
      expect(await beside(done.id)).toEqual({ previousId: null, nextId: ids[0] });
    });

    it('learn nothing of cases beyond their power', async () => {
      expect((await elsewhere.get(path(ids[0] as string, '/neighbours'))).status).toBe(404);
    });
  });

  describe('at the same time', () => {
    const tell = (who: TestClient, id: string) => who.send('PUT', path(id, '/presence'), undefined, {});

    it('see each other, until one leaves; the case stays unassigned and unchanged', async () => {
      const { id } = await anApplication(api, group);
      expect((await tell(sari, id)).body).toEqual([]);
      expect((await tell(dewi, id)).body).toEqual([{ personId: sari.personId, fullName: 'Sari Handayani' }]);
      expect((await tell(sari, id)).body).toEqual([{ personId: dewi.personId, fullName: 'Dewi Anggraini' }]);
      expect((await dewi.delete(path(id, '/presence'))).status).toBe(204);
      expect((await tell(sari, id)).body).toEqual([]);
      expect((await sari.get(path(id))).body).toMatchObject({ version: 1, assignedTo: null });
    });

    it('are not told when they may not see the case, nor seen by those who may', async () => {
      const { id, applicant } = await anApplication(api, group);
      await grantPowers(api, applicant.personId as string, group.groupId, ['applications.review']);
      expect((await tell(elsewhere, id)).status).toBe(404);
      expect((await tell(applicant, id)).status).toBe(403);
      expect((await tell(sari, id)).body).toEqual([]);
    });
  });

  describe('file by file', () => {
    async function withFile() {
      const application = await anApplication(api, group);
      const { credentialId } = await anOfferedLicence(api, group, application);
      const { body: file } = await application.applicant.upload<{ id: string }>(
        '/api/files?purpose=evidence',
        {
          name: 'str.pdf',
          type: 'application/pdf',
          bytes: await aPdf({ text: 'STR' }),
        },
      );
      await api.db.query(
        'INSERT INTO credential_evidence (credential_id, file_id, created_at) VALUES ($1, $2, now())',
        [credentialId, file.id],
      );
      return { id: application.id, fileId: file.id };
    }
    const seen = async (who: TestClient, id: string) => {
      const { body } = await who.get<{ requirements: { credentials: { files: { isSeen: boolean }[] }[] }[] }>(
        path(id),
      );
      return body.requirements[0]?.credentials[0]?.files.map(({ isSeen }) => isSeen);
    };
    const look = (who: TestClient, id: string, fileId: string) =>
      who.send('PUT', path(id, `/files/${fileId}/view`), undefined, {});

    it('each has their own marks of what they have seen, and a second look is as good as one', async () => {
      const { id, fileId } = await withFile();
      expect(await seen(sari, id)).toEqual([false]);
      expect((await look(sari, id, fileId)).status).toBe(204);
      expect((await look(sari, id, fileId)).status).toBe(204);
      expect([await seen(sari, id), await seen(dewi, id)]).toEqual([[true], [false]]);
    });

    it('mark nothing in a case beyond their power, nor a file of another case', async () => {
      const [one, other] = [await withFile(), await withFile()];
      expect((await look(elsewhere, one.id, one.fileId)).status).toBe(404);
      expect((await look(sari, one.id, other.fileId)).status).toBe(404);
      expect((await look(sari, one.id, randomUUID())).status).toBe(404);
      expect(await seen(sari, one.id)).toEqual([false]);
    });
  });

  it('see a promise that stands while the applicant corrects, and goes on where it stood', async () => {
    const answers = { commitment: { accepted: true } };
    const again = (who: TestClient) => signIn(api, String(who.accountId), String(who.personId));
    const open = await anAdmittingGroup(api, [asks.commitment]);
    await grantPowers(api, sari.personId as string, open.groupId, ['applications.review']);
    const { id, reference, applicant } = await anApplication(api, open, { dueOn: '2026-11-25', answers });
    const items = [{ requirementId: 'commitment', note: 'Baca lagi' }];
    await sari.post(path(id, '/corrections'), { items }, { 'If-Match': '"1"' });
    // The clock stands on Saturday 21 November: Monday to Wednesday are left.
    const stopped = (await sari.get(path(id))).body;
    expect(stopped).toMatchObject({ dueOn: null, daysLeft: 3, isOverdue: false });
    api.clock.set('2026-11-30T03:00:00Z');
    await api.db.query(`UPDATE people SET birth_date = '1990-01-01', phone = '+628111111111' WHERE id = $1`, [
      applicant.personId,
    ]);
    const [back, reader] = [await again(applicant), await again(sari)];
    expect((await back.post(`/api/applications/${id}/submission`)).body).toEqual({ reference });
    expect((await reader.get(path(id))).body).toMatchObject({
      dueOn: '2026-12-03',
      daysLeft: null,
      isOverdue: false,
    });
  });
});

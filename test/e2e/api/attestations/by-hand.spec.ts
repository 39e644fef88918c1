import { anAdmittingGroup, anApplication, anOfferedLicence, asks } from '../../../support/admission';
import { startApi, type TestApp } from '../../../support/app';
import { anAttestationCase, trailOf, type AttestationCase } from '../../../support/attestations';
import { checkRow } from '../../../support/claims';
import { grantPowers, signedIn, type TestClient } from '../../../support/client';

const CALL = {
  method: 'telephone',
  outcome: 'match',
  note: 'Bagian akademik membenarkan nomor dan tanggal ijazah.',
  verifiedOn: '2026-11-20',
  spokenWith: 'Dewi, Kepala Bagian Akademik',
  contact: '0274 588688',
  contactFoundAt: 'ugm.ac.id, halaman kontak',
};

describe('an officer verifies by himself', () => {
  let api: TestApp;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  const officerOf = async (groupId: string): Promise<TestClient> => {
    const person = await signedIn(api);
    await grantPowers(api, String(person.personId), groupId, ['licences.check']);
    return person;
  };
  async function aCase(twoReaders = false): Promise<AttestationCase & { second: TestClient }> {
    const made = await anAttestationCase(api);
    if (twoReaders) {
      await grantPowers(api, String(made.officer.personId), made.groupId, ['rules.publish']);
      const rule = {
        linkDays: 14,
        reminderDays: [],
        askIssuerFor: [],
        twoReadersFor: ['education'],
        reason: 'Rapat',
      };
      expect(
        (
          await made.officer.post(`/api/groups/${made.groupId}/verification-rules`, rule, {
            'If-Match': '"0"',
          })
        ).status,
      ).toBe(201);
    }
    return { ...made, second: await officerOf(made.groupId) };
  }
  const recorded = (
    { officer, checkId }: Pick<AttestationCase, 'officer' | 'checkId'>,
    change: object = {},
  ) =>
    officer.post<{ id: string; code: string; reasons: { code: string; field: string }[] }>(
      `/api/checks/${checkId}/verifications`,
      { ...CALL, ...change },
    );

  it('and says how, when, with whom, and where the number is from; it settles the check', async () => {
    const made = await aCase();
    const { status, body } = await recorded(made);
    expect(status).toBe(201);
    expect(await checkRow(api, made.checkId)).toMatchObject({
      run_state: 'ran',
      outcome: 'match',
      action: 'done',
    });
    expect(await trailOf(api, body.id)).toEqual(['verification.recorded']);
    expect(await trailOf(api, made.checkId)).toContain('check.overridden');
    const list = `/api/checks/${made.checkId}/verifications`;
    expect((await made.second.get(list)).body).toMatchObject([
      {
        method: 'telephone',
        spokenWith: CALL.spokenWith,
        contactFoundAt: CALL.contactFoundAt,
        isAwaiting: false,
        isOwn: false,
      },
    ]);
    expect((await made.applicant.get(list)).status).toBe(403);
    const told = await made.applicant.get(`/api/checks/${made.checkId}`);
    expect(JSON.stringify(told.body)).toContain(CALL.note);
    expect(JSON.stringify(told.body)).not.toMatch(/Dewi|588688/);
  });

  it.each([
    ['nobody named', { spokenWith: undefined }, 'spokenWith'],
    ['no number', { contact: ' ' }, 'contact'],
    ['no place where the number is from', { contactFoundAt: undefined }, 'contactFoundAt'],
    ['a day to come', { verifiedOn: '2026-12-01' }, 'verifiedOn'],
  ])('not with %s', async (_, change, field) => {
    const made = await aCase();
    const { status, body } = await recorded(made, change);
    expect([status, body.code, body.reasons[0]?.field]).toEqual([400, 'verification.invalid', field]);
    expect(await checkRow(api, made.checkId)).toMatchObject({ action: 'needs_person' });
  });

  it('and is warned when the number is the applicant’s own; who goes on leaves a trace of it', async () => {
    const made = await aCase();
    await api.db.query(`UPDATE people SET phone = '+6281234567890' WHERE id = $1`, [made.applicant.personId]);
    const own = { contact: '0812-3456-7890' };
    const warned = await recorded(made, own);
    expect([warned.status, warned.body.code]).toEqual([409, 'verification.warned_conflict']);
    expect(warned.body.reasons).toMatchObject([{ code: 'contact_own', field: 'contact' }]);
    expect(await checkRow(api, made.checkId)).toMatchObject({ action: 'needs_person' });
    const { body } = await recorded(made, { ...own, goesOn: true });
    const [act] = await api.db.query('SELECT details FROM audit_entries WHERE subject_id = $1', [body.id]);
    expect(act.details).toMatchObject({ warnings: ['contact_own'] });
  });

  it('with a file of his own, which colleagues open; not with somebody else’s', async () => {
    const made = await aCase();
    const theirs = await aFile(made.applicant);
    expect((await recorded(made, { evidenceFileId: theirs })).body.code).toBe('verification.file_invalid');
    const mine = await aFile(made.officer);
    expect((await made.second.get(`/api/files/${mine}`)).status).toBe(404);
    expect((await recorded(made, { evidenceFileId: mine })).status).toBe(201);
    expect((await made.second.get(`/api/files/${mine}`)).status).toBe(200);
    expect((await made.applicant.get(`/api/files/${mine}`)).status).toBe(404);
  });

  async function aFile(person: TestClient): Promise<string> {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const file = { name: 'catatan.png', type: 'image/png', bytes: png };
    const { body } = await person.upload<{ id: string }>('/api/files?purpose=evidence', file);
    return body.id;
  }

  describe('where the rules want two readers', () => {
    it('nothing is final before another officer agrees', async () => {
      const made = await aCase(true);
      const { body } = await recorded(made);
      const before = await checkRow(api, made.checkId);
      expect(before).toMatchObject({ run_state: 'not_covered', outcome: null, action: 'needs_person' });
      const path = `/api/verifications/${body.id}/readings`;
      const word = { agrees: true, note: 'Rekaman sesuai.' };
      expect((await made.officer.post(path, word)).body).toMatchObject({
        status: 403,
        code: 'verification.own.forbidden',
      });
      expect(await checkRow(api, made.checkId)).toEqual(before);
      expect((await made.second.post(path, word)).status).toBe(204);
      expect(await checkRow(api, made.checkId)).toMatchObject({
        run_state: 'ran',
        outcome: 'match',
        action: 'done',
      });
      expect((await made.second.post(path, word)).status).toBe(409);
      expect(await trailOf(api, body.id)).toEqual(['verification.recorded', 'verification.agreed']);
    });

    it('the old way round the second reader is closed', async () => {
      const made = await aCase(true);
      const review = { verdict: 'override', outcome: 'match', reason: 'Saya yakin' };
      const answer = await made.officer.post(`/api/checks/${made.checkId}/reviews`, review);
      expect([answer.status, answer.body['code']]).toEqual([409, 'check.two_readers_conflict']);
      expect(await checkRow(api, made.checkId)).toMatchObject({ action: 'needs_person' });
    });

    it('who disagrees leaves the check open, and it can be verified again', async () => {
      const made = await aCase(true);
      const { body } = await recorded(made);
      const path = `/api/verifications/${body.id}/readings`;
      expect(
        (await made.second.post(path, { agrees: false, note: 'Nomornya bukan nomor kampus.' })).status,
      ).toBe(204);
      expect(await checkRow(api, made.checkId)).toMatchObject({ action: 'needs_person', outcome: null });
      expect((await recorded({ ...made, officer: made.second }, { method: 'letter' })).status).toBe(201);
    });

    it('two colleagues at the same moment count as one, and the verifier himself never', async () => {
      const made = await aCase(true);
      const third = await officerOf(made.groupId);
      const { body } = await recorded(made);
      const path = `/api/verifications/${body.id}/readings`;
      const word = { agrees: true, note: 'Sesuai' };
      const all = [made.officer, made.second, third, made.officer, made.second, third];
      const statuses = (await Promise.all(all.map((one) => one.post(path, word))))
        .map(({ status }) => status)
        .sort();
      expect(statuses).toEqual([204, 403, 403, 409, 409, 409]);
      const reviews = await api.db.query('SELECT reviewer_id FROM check_reviews WHERE check_id = $1', [
        made.checkId,
      ]);
      expect(reviews).toEqual([{ reviewer_id: made.officer.personId }]);
      await expect(
        api.db.query(
          `INSERT INTO manual_readings SELECT id, verifier_id, verifier_id, created_at, true, 'x' FROM manual_verifications WHERE id = $1`,
          [(await recorded(await aCase(true))).body.id],
        ),
      ).rejects.toThrow('manual_readings_by_another');
    });

    it('nor does the applicant, an officer of another group, or one with a declared conflict', async () => {
      const made = await aCase(true);
      const { body } = await recorded(made);
      const path = `/api/verifications/${body.id}/readings`;
      const word = { agrees: true, note: 'Sesuai' };
      await grantPowers(api, String(made.applicant.personId), made.groupId, ['licences.check']);
      expect((await made.applicant.post(path, word)).status).toBe(403);
      expect((await (await aCase()).officer.post(path, word)).status).toBe(404);
      expect(await checkRow(api, made.checkId)).toMatchObject({ action: 'needs_person' });

      const group = await anAdmittingGroup(api, [asks.licence]);
      const application = await anApplication(api, group);
      const { checkId } = await anOfferedLicence(api, group, application, {
        outcome: 'mismatch',
        action: 'needs_person',
      });
      const close = await signedIn(api);
      await grantPowers(api, String(close.personId), group.groupId, [
        'applications.review',
        'licences.check',
      ]);
      await close.post(`/api/review/applications/${application.id}/conflicts`, { reason: 'Sepupu saya' });
      expect((await recorded({ officer: close, checkId })).status).toBe(403);
    });

    it('a verification that waits is read before another is recorded; its own officer may replace it', async () => {
      const made = await aCase(true);
      const first = await recorded(made);
      expect((await recorded({ ...made, officer: made.second })).body.code).toBe(
        'verification.awaiting_conflict',
      );
      const again = await recorded(made, { note: 'Dengan tanggal yang benar.' });
      expect(again.status).toBe(201);
      const word = { agrees: true, note: 'Sesuai' };
      expect((await made.second.post(`/api/verifications/${first.body.id}/readings`, word)).status).toBe(409);
      expect((await made.second.post(`/api/verifications/${again.body.id}/readings`, word)).status).toBe(204);
    });

    it('what was recorded and read never changes', async () => {
      const made = await aCase();
      const { body } = await recorded(made);
      await expect(
        api.db.query(`UPDATE manual_verifications SET note = 'x' WHERE id = $1`, [body.id]),
      ).rejects.toThrow();
      await expect(
        api.db.query('DELETE FROM manual_verifications WHERE id = $1', [body.id]),
      ).rejects.toThrow();
    });
  });
});

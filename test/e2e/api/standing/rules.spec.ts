import { randomUUID } from 'node:crypto';
import { DEFAULT_STANDING_RULE } from '@himpun/groups';
import { plusDays } from '@himpun/kernel';
import { anAdmittingGroup, asks, type AdmittingGroup } from '../../../support/admission';
import { startApi, type TestApp } from '../../../support/app';
import { LICENCE } from '../../../support/claims';
import { grantPowers, signedIn, type TestClient } from '../../../support/client';
import { aMember } from '../../../support/members';

const WEEKLY = {
  ...DEFAULT_STANDING_RULE,
  rechecks: [{ kind: 'licence', source: '*', everyDays: 7, atExpiry: true }],
  consequences: [{ kind: '*', change: 'expired', proposes: null }],
};

describe('the rule of standing of a group', () => {
  let api: TestApp;
  let group: AdmittingGroup;
  let officer: TestClient;
  beforeAll(async () => {
    api = await startApi();
  });
  beforeEach(async () => {
    group = await anAdmittingGroup(api, [asks.licence]);
    officer = await signedIn(api, { fullName: 'Sari Handayani' });
    await grantPowers(api, String(officer.personId), group.groupId, ['rules.publish']);
  });
  afterAll(() => api.close());

  const path = (): string => `/api/groups/${group.groupId}/standing-rules`;

  it('tells what a draft changes, and changes nothing by telling', async () => {
    const member = await aMember(api, group, { claims: [LICENCE] }, async () => undefined);
    await api.db.query(
      `INSERT INTO credential_watches (id, created_at, credential_id, group_id, source, check_id, expires_on)
       VALUES ($1, $2, $3, $4, 'authority_register', $5, $6)`,
      [
        ...[randomUUID(), api.clock.now(), member.credentialIds[0], group.groupId, member.checkIds[0]],
        plusDays('2026-11-21', 60),
      ],
    );
    const { status, body } = await officer.post(`${path()}/previews`, { rule: WEEKLY });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      rechecks: [{ kind: 'licence', source: 'authority_register', count: 1, before: 30, after: 7 }],
      remindedNext: 1,
      openCases: 0,
    });
    expect(body['consequences']).toContainEqual({
      ...{ kind: 'licence', change: 'expired', before: 'review', after: 'none' },
    });
    expect((await officer.get(`${path()}/current`)).body).toMatchObject({ version: 0, groupId: null });
  });

  it('keeps every version with who published it and why, and refuses a draft of an older one', async () => {
    const next = { rule: WEEKLY, seenVersion: 0, reason: 'Patients come first.' };
    expect((await officer.post(path(), next)).status).toBe(201);
    const late = await officer.post(path(), next);
    expect([late.status, late.body['code']]).toEqual([409, 'standing_rule.stale']);
    expect((await officer.get(path())).body).toMatchObject([
      { version: 1, publishedBy: 'Sari Handayani', reason: 'Patients come first.' },
    ]);
  });
});

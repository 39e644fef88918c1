import { randomUUID } from 'node:crypto';
import { newPublicCode } from '@himpun/kernel';
import { startApi, type TestApp } from '../../../support/app';
import { signedIn, stranger } from '../../../support/client';
import { aGroup } from '../../../support/groups';

const YEAR = 365 * 86_400_000;

describe('GET /api/public/checks/:code with the code of a member card', () => {
  let api: TestApp;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  it('tells name, grade, group, association and number, and whether the membership stands today', async () => {
    const code = await aCard('active', api.clock.now(), new Date(api.clock.now().getTime() + YEAR));
    const { status, body } = await stranger(api).get(`/api/public/checks/${code}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      state: 'valid',
      statement: {
        kind: 'member_card',
        personName: 'Ana Lestari',
        title: { id: 'Anggota biasa', en: 'Full member' },
        scope: { en: 'West Java Chapter' },
        issuer: { en: 'Physiotherapy Association' },
        details: [{ label: { en: 'Member number' }, value: { en: 'PI-2026-00001' } }],
        credential: null,
      },
    });
    expect((await stranger(api).get(`/api/public/checks/${code}/credential.json`)).status).toBe(404);
  });

  it('changes with the standing, without telling the cause', async () => {
    const code = await aCard('expelled', api.clock.now(), null);
    const { body } = await stranger(api).get(`/api/public/checks/${code}`);
    expect(body).toMatchObject({ state: 'revoked' });
    expect(JSON.stringify(body)).not.toContain('expelled');
  });

  async function aCard(status: string, from: Date, until: Date | null): Promise<string> {
    const association = await aGroup(api);
    const groupId = await aGroup(api, {
      parentId: association,
      nameId: 'Wilayah Jawa Barat',
      nameEn: 'West Java Chapter',
    });
    const { personId } = await signedIn(api);
    const [gradeId, membershipId, code] = [randomUUID(), randomUUID(), newPublicCode()];
    const now = api.clock.now();
    await api.db.query(
      `INSERT INTO grades (id, created_at, group_id, code, name_id, name_en, number_pattern)
       VALUES ($1, $2, $3, 'full', 'Anggota biasa', 'Full member', 'PI-{year}-{seq:5}')`,
      [gradeId, now, groupId],
    );
    await api.db.query(
      `INSERT INTO memberships (id, created_at, person_id, group_id, grade_id, number, card_code)
       VALUES ($1, $2, $3, $4, $5, 'PI-2026-00001', $6)`,
      [membershipId, now, personId, groupId, gradeId, code],
    );
    await api.db.query(
      `INSERT INTO membership_periods (id, created_at, membership_id, status, starts_at, ends_at)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [randomUUID(), now, membershipId, status, from, until],
    );
    return code;
  }
});

import { Acknowledgements, Codes } from '@himpun/ethics';
import type { Actor } from '@himpun/kernel';
import { Admissions, Decisions, MembershipQueries } from '@himpun/membership';
import { anAdmittingGroup, anApplication, asks, type AdmittingGroup } from '../../support/admission';
import { startApi, type TestApp } from '../../support/app';
import { signedIn, type TestClient } from '../../support/client';

const YES = { outcome: 'approved', reasonCodes: ['requirements_met'], note: '', waivers: [] } as const;

describe('membership begins', () => {
  let api: TestApp;
  let decisions: Decisions;
  let admissions: Admissions;
  let queries: MembershipQueries;

  beforeAll(async () => {
    api = await startApi({ DATABASE_POOL: '25' });
    decisions = api.app.get(Decisions, { strict: false });
    admissions = api.app.get(Admissions, { strict: false });
    queries = api.app.get(MembershipQueries, { strict: false });
  });
  afterAll(() => api.close());

  const actorOf = (client: TestClient, powers: Actor['powers'] = []): Actor => ({
    kind: 'person',
    accountId: client.accountId,
    personId: client.personId,
    label: 'x',
    language: 'id',
    sessionId: null,
    powers,
  });
  const officerOf = async (group: AdmittingGroup) =>
    actorOf(await signedIn(api), [{ power: 'applications.decide', groupId: group.groupId, until: null }]);
  const approve = (officer: Actor, id: string) =>
    decisions.decide(officer, id, { ...YES, version: 1, factsHash: null });
  const acknowledge = async (group: AdmittingGroup, client: TestClient) => {
    const code = await api.app.get(Codes, { strict: false }).get(group.codeId as string);
    const clauseIds = code.clauses.filter((clause) => clause.mustAcknowledge).map(({ id }) => id);
    return admissions.acknowledge(actorOf(client), code.id, { language: 'id', clauseIds });
  };
  const count = async (personId: string | null) => {
    const [row] = await api.db.query(
      `SELECT (SELECT count(*)::int FROM memberships WHERE person_id = $1) AS memberships,
              (SELECT count(*)::int FROM membership_periods d JOIN memberships m ON m.id = d.membership_id
               WHERE m.person_id = $1) AS periods,
              (SELECT count(*)::int FROM outbox_messages o JOIN memberships m ON m.id::text = o.payload ->> 'membershipId'
               WHERE o.type = 'membership.membership_began' AND m.person_id = $1) AS news`,
      [personId],
    );
    return row as Record<string, number>;
  };
  /** Holds every announcement back until as many transactions wait as are expected. */
  async function heldAtTheirNews(waiting: number): Promise<() => Promise<void>> {
    const gate = api.db.createQueryRunner();
    await gate.startTransaction();
    await gate.query('LOCK TABLE outbox_messages IN SHARE MODE');
    return async () => {
      for (let blocked = 0; blocked < waiting;) {
        const [row]: { n: number }[] = await gate.query(
          `SELECT count(DISTINCT pid)::int AS n FROM pg_locks l JOIN pg_stat_activity a USING (pid)
           WHERE NOT l.granted AND a.datname = current_database()`,
        );
        blocked = row?.n ?? 0;
      }
      await gate.commitTransaction();
      await gate.release();
    };
  }
  const once = { memberships: 1, periods: 1, news: 1 };

  it('on approval alone where the rules do not ask for a code', async () => {
    const group = await anAdmittingGroup(api, [asks.commitment], {
      kind: 'volunteer',
      numberPattern: 'REL-{seq:4}',
    });
    const { id, applicant } = await anApplication(api, group);
    const { membershipId } = await approve(await officerOf(group), id);
    expect(membershipId).not.toBeNull();
    const [card] = await queries.mine(applicant.personId as string);
    expect(card).toMatchObject({ number: 'REL-0001', standing: { status: 'active', isGood: true } });
    expect(await count(applicant.personId)).toEqual(once);
  });

  it('with the acknowledgement where approval came first, and not before', async () => {
    const group = await anAdmittingGroup(api);
    const { id, applicant } = await anApplication(api, group);
    expect((await approve(await officerOf(group), id)).membershipId).toBeNull();
    expect(await count(applicant.personId)).toMatchObject({ memberships: 0 });
    expect((await acknowledge(group, applicant)).membershipIds).toHaveLength(1);
    expect((await acknowledge(group, applicant)).membershipIds).toEqual([]);
    expect(await count(applicant.personId)).toEqual(once);
  });

  it('not for an application that nobody approved', async () => {
    const group = await anAdmittingGroup(api);
    const { applicant } = await anApplication(api, group);
    expect((await acknowledge(group, applicant)).membershipIds).toEqual([]);
    expect(await count(applicant.personId)).toMatchObject({ memberships: 0 });
  });

  it('exactly once when approval and acknowledgement happen at the same moment, twenty times over', async () => {
    const group = await anAdmittingGroup(api);
    const officer = await officerOf(group);
    for (let round = 0; round < 20; round += 1) {
      const { id, applicant } = await anApplication(api, group);
      // Both have written their half and not yet looked for the other's when the gate opens.
      const open = await heldAtTheirNews(2);
      const both = Promise.all([approve(officer, id), acknowledge(group, applicant)]);
      await open();
      await both;
      expect(await api.db.query('SELECT state FROM applications WHERE id = $1', [id])).toEqual([
        { state: 'admitted' },
      ]);
      expect(await count(applicant.personId)).toEqual(once);
    }
  });

  it('with fifty different numbers for fifty people admitted at once, without a gap', async () => {
    const group = await anAdmittingGroup(api, [asks.commitment]);
    const officer = await officerOf(group);
    const applications = await Promise.all(Array.from({ length: 50 }, () => anApplication(api, group)));
    await Promise.all(applications.map(({ id }) => approve(officer, id)));
    const rows: { number: string }[] = await api.db.query(
      'SELECT number FROM memberships WHERE group_id = $1 ORDER BY number',
      [group.groupId],
    );
    expect(rows.map(({ number }) => number)).toEqual(
      Array.from({ length: 50 }, (_, index) => `PI-2026-${String(index + 1).padStart(5, '0')}`),
    );
  });

  it('with a number and card that nobody can change or delete, and never two statuses at once', async () => {
    const group = await anAdmittingGroup(api, [asks.commitment]);
    const { id, applicant } = await anApplication(api, group);
    await approve(await officerOf(group), id);
    const [card] = await queries.mine(applicant.personId as string);
    const membershipId = card?.membershipId;
    await expect(
      api.db.query(`UPDATE memberships SET number = 'X' WHERE id = $1`, [membershipId]),
    ).rejects.toThrow('keeps');
    await expect(api.db.query('DELETE FROM memberships WHERE id = $1', [membershipId])).rejects.toThrow();
    await expect(
      api.db.query(
        `INSERT INTO membership_periods (id, created_at, membership_id, status, starts_at)
         VALUES (gen_random_uuid(), now(), $1, 'suspended', '2026-12-01')`,
        [membershipId],
      ),
    ).rejects.toThrow('membership_periods_one_status');
  });

  it('again under the old number when a former member is admitted once more', async () => {
    const group = await anAdmittingGroup(api, [asks.commitment]);
    const officer = await officerOf(group);
    const { id, applicant } = await anApplication(api, group);
    await approve(officer, id);
    const [first] = await queries.mine(applicant.personId as string);
    await api.db.query(`UPDATE membership_periods SET ends_at = '2027-01-01' WHERE membership_id = $1`, [
      first?.membershipId,
    ]);
    api.clock.set('2027-03-01T00:00:00Z');
    expect((await queries.byCardCode(first?.cardCode as string))?.standing.status).toBe('none');
    const back = await anApplication(api, group, { applicant });
    await approve(officer, back.id);
    const [again, ...others] = await queries.mine(applicant.personId as string);
    expect(others).toEqual([]);
    expect(again).toMatchObject({
      number: first?.number,
      cardCode: first?.cardCode,
      standing: { status: 'active' },
    });
    const standing = (date: string) => queries.standing(applicant.personId as string, group.groupId, date);
    expect((await standing('2026-11-20')).status).toBe('none');
    expect((await standing('2026-11-21')).status).toBe('active');
    expect((await standing('2027-02-01')).status).toBe('none');
    expect((await standing('2027-03-01')).status).toBe('active');
    api.clock.set('2026-11-21T03:00:00Z');
  });

  it('and its card is found by code as people type it, and by nothing else', async () => {
    const group = await anAdmittingGroup(api, [asks.commitment]);
    const { id, applicant } = await anApplication(api, group, { fullName: "Ny. O'Brien" });
    await approve(await officerOf(group), id);
    const [card] = await queries.mine(applicant.personId as string);
    const typed = (card?.cardCode as string).toLowerCase().replace(/-/g, ' ');
    expect(await queries.byCardCode(typed)).toMatchObject({
      number: card?.number,
      holderName: "Ny. O'Brien",
    });
    expect(await queries.byCardCode('2222-2222-2222-2222')).toBeNull();
    expect(await queries.byCardCode("' OR 1=1 --")).toBeNull();
  });

  it('is known for the current edition only', async () => {
    const group = await anAdmittingGroup(api);
    const ana = await signedIn(api);
    const acknowledgements = api.app.get(Acknowledgements, { strict: false });
    const has = () => acknowledgements.has(null, ana.personId as string, group.groupId);
    expect(await has()).toBe(false);
    await acknowledge(group, ana);
    expect(await has()).toBe(true);
  });
});

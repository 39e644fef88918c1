import { Rechecks } from '@himpun/credentials';
import { plusDays, type LocalDate } from '@himpun/kernel';
import { RemindOfExpiry } from '../../../apps/worker/src/credentials/remind-of-expiry.task';
import { RepeatChecks } from '../../../apps/worker/src/credentials/repeat-checks.task';
import { anAdmittingGroup, asks, type AdmittingGroup } from '../../support/admission';
import { startApi, type TestApp } from '../../support/app';
import { LICENCE } from '../../support/claims';
import { grantPowers, signedIn } from '../../support/client';
import { aMember, type TestMember } from '../../support/members';
import { aRegister, imported } from '../../support/registers';
import { startWorker, type TestWorker } from '../../support/worker';

const DAY = 86_400_000;
const HEAD = 'nomor,nama,profesi,status,berlaku_sampai\n';

describe('reminders of a last day', () => {
  let api: TestApp;
  let worker: TestWorker | null;
  let group: AdmittingGroup;
  let registerId: string;
  let began: Date;
  beforeAll(async () => {
    api = await startApi({ HIMPUN_DEMO: '1', SMTP_URL: '' });
    began = api.clock.now();
  });
  beforeEach(async () => {
    api.clock.set(began);
    worker = await startWorker(api);
    group = await anAdmittingGroup(api, [asks.licence]);
    registerId = await aRegister(api, group.groupId);
  });
  afterEach(async () => {
    await worker?.close();
    worker = null;
  });
  afterAll(() => api.close());

  const inDays = (days: number): LocalDate => plusDays('2026-11-21', days);
  async function register(until: LocalDate): Promise<void> {
    const officer = await signedIn(api);
    await grantPowers(api, String(officer.personId), group.groupId, ['registers.import']);
    await imported(api, officer, registerId, `${HEAD}PT-404,Ana Lestari,Fisioterapis,active,${until}\n`);
  }
  async function licensedUntil(until: LocalDate): Promise<TestMember> {
    await register(until);
    return aMember(api, group, { claims: [{ ...LICENCE, validUntil: until }] }, async () =>
      worker?.settled(),
    );
  }
  /** The worker is there on that day, a few times. */
  async function onDay(day: number): Promise<void> {
    api.clock.set(new Date(began.getTime() + day * DAY));
    worker ??= await startWorker(api);
    for (let times = 0; times < 3; times += 1) await worker.run(RemindOfExpiry);
    await worker.settled();
  }
  const sentTo = async ({ person }: TestMember): Promise<string[]> => {
    const rows: { subject: string }[] = await api.db.query(
      `SELECT m.subject FROM demo_mails m JOIN accounts a ON a.email = m.email
       WHERE a.person_id = $1 AND m.subject LIKE '%PT-404%' ORDER BY m.created_at`,
      [person.personId],
    );
    return rows.map(({ subject }) => subject).filter((subject) => /^(Segera|Masa)/.test(subject));
  };
  const remindedOf = ({ credentialIds }: TestMember): Promise<{ days: number; until: string }[]> =>
    api.db.query(
      `SELECT days_before AS days, expires_on::text AS until FROM expiry_reminders WHERE credential_id = ANY ($1)
       ORDER BY created_at, days_before`,
      [credentialIds],
    );

  it('are sent 90, 30 and 7 days before and on the day, each once', async () => {
    const member = await licensedUntil(inDays(100));
    for (const day of [0, 9]) await onDay(day);
    expect(await remindedOf(member)).toEqual([]);
    for (const day of [10, 11, 50, 70, 71, 93, 94, 99, 100, 101, 130]) await onDay(day);
    expect((await remindedOf(member)).map(({ days }) => days)).toEqual([90, 30, 7, 0]);
    expect(await sentTo(member)).toHaveLength(4);
  });

  it.each([
    ['of which two days fell in', 40, 96, [90, 7]],
    ['until after the last day', 40, 104, [90, 0]],
    ['over all of them', 0, 120, [0]],
  ])('are the most urgent one alone after an outage %s', async (_, stopped, back, days) => {
    const member = await licensedUntil(inDays(100));
    await onDay(stopped);
    await worker?.close();
    worker = null;
    await onDay(back);
    await onDay(back + 2);
    expect((await remindedOf(member)).map((line) => line.days)).toEqual(days);
    expect(await sentTo(member)).toHaveLength(days.length);
  });

  it('stop when the register has the renewal, and begin anew before the new last day', async () => {
    const member = await licensedUntil(inDays(100));
    await onDay(20);
    await register(inDays(500));
    await worker?.run(RepeatChecks);
    api.clock.set(new Date(began.getTime() + 40 * DAY));
    await worker?.run(RepeatChecks);
    await worker?.settled();
    for (const day of [72, 95, 100, 110]) await onDay(day);
    expect(await remindedOf(member)).toEqual([{ days: 90, until: inDays(100) }]);
    expect(
      await api.db.query('SELECT 1 FROM standing_cases WHERE membership_id = $1', [member.membershipId]),
    ).toEqual([]);
    await onDay(411);
    expect((await remindedOf(member)).at(-1)).toEqual({ days: 90, until: inDays(500) });
  });

  it('stop when the member has presented a successor', async () => {
    const member = await licensedUntil(inDays(100));
    await onDay(20);
    await api.db.query(
      `INSERT INTO credentials (id, created_at, person_id, kind, state, number, authority, profession, valid_until)
       SELECT gen_random_uuid(), $2, person_id, kind, 'presented', 'PT-405', authority, profession, $3 FROM credentials WHERE id = $1`,
      [member.credentialIds[0], api.clock.now(), inDays(900)],
    );
    for (const day of [72, 95, 100]) await onDay(day);
    expect(await remindedOf(member)).toHaveLength(1);
  });

  it('are sent once by sweeps at the same moment', async () => {
    const member = await licensedUntil(inDays(20));
    const more = await startWorker(api);
    await Promise.all([worker, more, worker, more].map((one) => one?.run(RemindOfExpiry)));
    await worker?.settled();
    expect(await sentTo(member)).toHaveLength(1);
    await more.close();
    expect(await api.app.get(Rechecks, { strict: false }).sweep()).toBe(0);
  });
});

import { StandingCases } from '@himpun/membership';
import { systemActor, type Actor } from '@himpun/kernel';
import { RepeatChecks } from '../../../apps/worker/src/credentials/repeat-checks.task';
import { anAdmittingGroup, asks, type AdmittingGroup } from '../../support/admission';
import { startApi, type TestApp } from '../../support/app';
import { LICENCE } from '../../support/claims';
import { grantPowers, signedIn, type TestClient } from '../../support/client';
import { aMember, type TestMember } from '../../support/members';
import { aRegister, imported } from '../../support/registers';
import { aProvider, npiFrom, nppesStandIn, type NppesStandIn } from '../../support/stand-ins/nppes';
import { startWorker, type TestWorker } from '../../support/worker';

const DAY = 86_400_000;
const HEAD = 'nomor,nama,profesi,status,berlaku_sampai\n';
const DEGREE = {
  kind: 'education',
  holderName: 'Ana Lestari',
  institution: 'Universitas Indonesia',
  level: 6,
} as const;

describe('the credentials of members', () => {
  let nppes: NppesStandIn;
  let api: TestApp;
  let worker: TestWorker;
  let group: AdmittingGroup;
  let officer: TestClient;
  let registerId: string;
  beforeAll(async () => {
    nppes = await nppesStandIn();
    api = await startApi({ HIMPUN_DEMO: '1', SMTP_URL: '', NPPES_URL: nppes.url });
    worker = await startWorker(api);
  });
  beforeEach(async () => {
    group = await anAdmittingGroup(api, [asks.licence]);
    officer = await signedIn(api, { fullName: 'Sari Handayani' });
    registerId = await aRegister(api, group.groupId);
    await register('active', '2030-12-31');
  });
  afterAll(async () => {
    await worker.close();
    await api.close();
    await nppes.close();
  });

  /** A new version of the register; by an officer of today, as sessions of last month have ended. */
  async function register(status: string, until: string, number: string = LICENCE.number): Promise<void> {
    const officer = await signedIn(api, { fullName: 'Sari Handayani' });
    await grantPowers(api, String(officer.personId), group.groupId, ['registers.import']);
    await imported(
      api,
      officer,
      registerId,
      `${HEAD}${number},Ana Lestari,Fisioterapis,${status},${until}\n`,
    );
  }
  const settled = () => worker.settled();
  const licensed = () =>
    aMember(api, group, { claims: [{ ...LICENCE, validUntil: '2030-12-31' }, DEGREE] }, settled);
  const aMonthLater = async (): Promise<void> => {
    api.clock.advance(31 * DAY);
    await worker.run(RepeatChecks);
    await settled();
  };
  const checksOf = (member: TestMember): Promise<Record<string, unknown>[]> =>
    api.db.query(
      `SELECT k.id, k.source, k.outcome, k.origin_type AS origin, k.follows_id AS follows FROM checks k
       WHERE k.credential_id = ANY ($1) ORDER BY k.id`,
      [member.credentialIds],
    );
  const runsOf = async ({ credentialIds }: TestMember): Promise<string[]> => {
    const rows: { run: string }[] = await api.db.query(
      `SELECT run_state || ' ' || coalesce(outcome, '-') || ' ' || action AS run FROM checks
       WHERE credential_id = ANY ($1) ORDER BY id`,
      [credentialIds],
    );
    return rows.map(({ run }) => run);
  };
  const casesOf = (member: TestMember): Promise<Record<string, unknown>[]> =>
    api.db.query(
      'SELECT id, change, proposal, state, verdict FROM standing_cases WHERE membership_id = $1 ORDER BY id',
      [member.membershipId],
    );
  const mailsTo = (member: TestMember): Promise<{ subject: string }[]> =>
    api.db.query(
      `SELECT m.subject FROM demo_mails m JOIN accounts a ON a.email = m.email WHERE a.person_id = $1 ORDER BY m.id`,
      [member.person.personId],
    );
  const deciding = (): Actor => ({
    ...systemActor('x'),
    kind: 'person',
    personId: officer.personId,
    powers: [{ power: 'applications.decide', groupId: group.groupId, until: null }],
  });

  it('are asked about again in a month, each check naming the one before it; a degree never', async () => {
    const member = await licensed();
    await aMonthLater();
    await aMonthLater();
    const rows = await checksOf(member);
    const atRegister = rows.filter(({ source }) => source === 'authority_register');
    expect(atRegister.map(({ outcome, origin }) => [outcome, origin])).toEqual([
      ['match', 'application'],
      ['match', 'recheck'],
      ['match', 'recheck'],
    ]);
    expect(atRegister.map(({ follows }) => follows)).toEqual([
      null,
      atRegister[0]?.['id'],
      atRegister[1]?.['id'],
    ]);
    expect(rows.filter(({ source }) => source !== 'authority_register')).toHaveLength(1);
    expect(await casesOf(member)).toEqual([]);
  });

  it('are asked about once, however many sweeps run at once and whatever time has passed', async () => {
    const member = await licensed();
    api.clock.advance(400 * DAY);
    await Promise.all([1, 2, 3, 4].map(() => worker.run(RepeatChecks)));
    await settled();
    expect((await checksOf(member)).filter(({ origin }) => origin === 'recheck')).toHaveLength(1);
  });

  it('bring a withdrawn licence before an officer, change nothing by themselves, and tell the member once', async () => {
    const member = await licensed();
    await register('revoked', '2030-12-31');
    await aMonthLater();
    const [opened, ...more] = await casesOf(member);
    expect(opened).toMatchObject({ change: 'revoked', proposal: 'suspension', state: 'open' });
    expect(more).toEqual([]);
    const periods = () =>
      api.db.query('SELECT status FROM membership_periods WHERE membership_id = $1 ORDER BY starts_at', [
        member.membershipId,
      ]);
    expect(await periods()).toEqual([{ status: 'active' }]);
    expect((await mailsTo(member)).filter(({ subject }) => /PT-404/.test(subject))).toHaveLength(1);

    await aMonthLater();
    expect(await casesOf(member)).toHaveLength(1);

    const cases = api.app.get(StandingCases, { strict: false });
    const word = { verdict: 'suspend', reason: 'The licence was withdrawn.' } as const;
    const both = await Promise.allSettled(
      [1, 2].map(() => cases.settle(deciding(), String(opened?.['id']), word)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await periods()).toEqual([{ status: 'active' }, { status: 'suspended' }]);

    await register('active', '2030-12-31');
    await aMonthLater();
    const [, reinstate] = await casesOf(member);
    expect(reinstate).toMatchObject({ change: 'restored', proposal: 'reinstatement', state: 'open' });
    await cases.settle(deciding(), String(reinstate?.['id']), {
      verdict: 'reinstate',
      reason: 'Given back.',
    });
    expect(await periods()).toEqual([{ status: 'active' }, { status: 'suspended' }, { status: 'active' }]);
  });

  it('that are no longer found are a question for an officer, which a later match answers', async () => {
    const member = await licensed();
    await register('active', '2030-12-31', 'PT-405');
    await aMonthLater();
    expect(await casesOf(member)).toMatchObject([{ change: 'not_found', proposal: 'review', state: 'open' }]);
    await register('active', '2030-12-31');
    await aMonthLater();
    expect(await casesOf(member)).toMatchObject([{ change: 'not_found', state: 'settled', verdict: 'keep' }]);
  });

  it('mean nothing while their source does not answer; it is asked again the next day', async () => {
    const number = npiFrom('1234567893'.slice(0, 9));
    nppes.records.set(number, aProvider(number));
    const claim = { kind: 'licence', authority: 'NPPES', number, profession: 'Fisioterapis' } as const;
    const member = await aMember(api, group, { claims: [claim] }, settled);
    await api.db.query('DELETE FROM source_answers');
    nppes.mood = { kind: 'errors', number: '99', description: 'Try later' };
    await aMonthLater();
    api.clock.advance(DAY);
    await worker.run(RepeatChecks);
    await settled();
    expect(await runsOf(member)).toEqual(['ran match none', 'refused - none', 'refused - none']);
    nppes.mood = { kind: 'well' };
    api.clock.advance(DAY);
    await worker.run(RepeatChecks);
    await settled();
    expect((await runsOf(member)).at(-1)).toBe('ran match none');
    expect(await casesOf(member)).toEqual([]);
  });
});

import { plusDays, type LocalDate } from '@himpun/kernel';
import type { RelayedMessage } from '@himpun/outbox';
import { RemindOfExpiry } from '../../../apps/worker/src/credentials/remind-of-expiry.task';
import { RepeatChecks } from '../../../apps/worker/src/credentials/repeat-checks.task';
import { StandingProcessor } from '../../../apps/worker/src/membership/standing.processor';
import { anAdmittingGroup, asks, type AdmittingGroup } from '../../support/admission';
import { startApi, type TestApp } from '../../support/app';
import { LICENCE } from '../../support/claims';
import { grantPowers, signedIn, signIn, type TestClient } from '../../support/client';
import { aMember, type TestMember } from '../../support/members';
import { aRegister, imported } from '../../support/registers';
import { startWorker, type TestWorker } from '../../support/worker';

const DAY = 86_400_000;
const HEAD = 'nomor,nama,profesi,status,berlaku_sampai\n';
const inDays = (days: number): LocalDate => plusDays('2026-11-21', days);

describe('a licence renewed without applying again', () => {
  let api: TestApp;
  let worker: TestWorker;
  let group: AdmittingGroup;
  let registerId: string;
  let member: TestMember;
  let began: Date;
  beforeAll(async () => {
    api = await startApi({ HIMPUN_DEMO: '1', SMTP_URL: '' });
    worker = await startWorker(api);
    began = api.clock.now();
  });
  beforeEach(async () => {
    api.clock.set(began);
    group = await anAdmittingGroup(api, [asks.licence]);
    registerId = await aRegister(api, group.groupId);
    await register([['PT-404', inDays(20)]]);
    member = await aMember(api, group, { claims: [{ ...LICENCE, validUntil: inDays(20) }] }, () =>
      worker.settled(),
    );
  });
  afterAll(async () => {
    await worker.close();
    await api.close();
  });

  async function officer(...powers: string[]): Promise<TestClient> {
    const person = await signedIn(api, { fullName: 'Sari Handayani' });
    await grantPowers(api, String(person.personId), group.groupId, powers);
    return person;
  }
  async function register(lines: [number: string, until: LocalDate][]): Promise<void> {
    const rows = lines.map(([number, until]) => `${number},Ana Lestari,Fisioterapis,active,${until}\n`);
    await imported(api, await officer('registers.import'), registerId, HEAD + rows.join(''));
  }
  const onDay = async (day: number): Promise<void> => {
    api.clock.set(new Date(began.getTime() + day * DAY));
    await worker.run(RemindOfExpiry);
    await worker.run(RepeatChecks);
    await worker.settled();
  };
  /** The member, signed in on that day. */
  const holder = (): Promise<TestClient> =>
    signIn(api, String(member.person.accountId), String(member.person.personId));
  async function renewed(number: string, validUntil: LocalDate): Promise<string> {
    const person = await holder();
    const begun = await person.post<{ id: string; version: number }>(
      `/api/credentials/${member.credentialIds[0]}/renewals`,
    );
    expect(begun.status).toBe(201);
    const { id, version } = begun.body;
    const change = { number, validUntil };
    await person.patch(`/api/credentials/${id}`, change, { 'If-Match': `"${version}"` });
    expect((await person.post(`/api/credentials/${id}/presentation`)).status).toBe(201);
    await worker.settled();
    return id;
  }
  const cases = (): Promise<{ id: string; change: string; proposal: string; state: string }[]> =>
    api.db.query(
      'SELECT id, change, proposal, state FROM standing_cases WHERE membership_id = $1 ORDER BY id',
      [member.membershipId],
    );
  const subjects = async (): Promise<string[]> => {
    const rows: { subject: string }[] = await api.db.query(
      'SELECT m.subject FROM demo_mails m JOIN accounts a ON a.email = m.email WHERE a.person_id = $1 ORDER BY m.created_at, m.id',
      [member.person.personId],
    );
    return rows.map(({ subject }) => subject);
  };
  const checksOf = (id: string): Promise<{ id: string; outcome: string; origin: string }[]> =>
    api.db.query(
      'SELECT id, outcome, origin_type AS origin FROM checks WHERE credential_id = $1 ORDER BY id',
      [id],
    );
  const tasks = async (): Promise<string[]> => {
    const { body } = await (await holder()).get<{ kind: string }[]>('/api/tasks');
    return body.map(({ kind }) => kind);
  };

  it('closes the reminder and the case by itself once its source confirms it, and is watched from then on', async () => {
    await onDay(0);
    expect((await subjects()).at(-1)).toMatch(/^Segera berakhir: lisensi PT-404/);
    expect(await tasks()).toEqual(['expiry']);
    await onDay(22);
    expect(await cases()).toMatchObject([{ change: 'expired', proposal: 'review', state: 'open' }]);

    await register([
      ['PT-404', inDays(20)],
      ['PT-500', inDays(2_000)],
    ]);
    const id = await renewed('PT-500', inDays(2_000));
    expect(await checksOf(id)).toMatchObject([{ outcome: 'match', origin: 'renewal' }]);
    expect(await cases()).toMatchObject([{ change: 'expired', state: 'settled' }]);
    expect(await tasks()).toEqual([]);
    expect((await subjects()).at(-1)).toBe('Perpanjangan diterima: lisensi PT-500');

    const before = (await checksOf(String(member.credentialIds[0]))).length;
    await onDay(60);
    expect(await checksOf(String(member.credentialIds[0]))).toHaveLength(before);
    expect(await checksOf(id)).toMatchObject([
      { origin: 'renewal' },
      { origin: 'recheck', outcome: 'match' },
    ]);
  });

  it('has its effect once, however often an answer is delivered', async () => {
    await register([['PT-500', inDays(2_000)]]);
    const id = await renewed('PT-500', inDays(2_000));
    const [news]: { payload: Record<string, unknown> }[] = await api.db.query(
      `SELECT m.payload FROM outbox_messages m WHERE m.type = 'credentials.renewal_presented' ORDER BY m.id DESC LIMIT 1`,
    );
    const message = { id, type: 'credentials.renewal_presented', payload: news?.payload ?? {} };
    const counted = async (): Promise<unknown> => [
      await subjects(),
      await cases(),
      await api.db.query('SELECT credential_id, confirmed_at FROM credential_renewals ORDER BY id'),
    ];
    const once = await counted();
    const processor = worker.processor(StandingProcessor);
    for (let times = 0; times < 2; times += 1) await processor.effect(message as RelayedMessage);
    await worker.settled();
    expect(await counted()).toEqual(once);
  });

  it('that no source knows waits for an officer, whose word makes it count', async () => {
    const id = await renewed('PT-777', inDays(2_000));
    expect(await cases()).toMatchObject([{ change: 'renewal', proposal: 'review', state: 'open' }]);
    const again = await (await holder()).post(`/api/credentials/${member.credentialIds[0]}/renewals`);
    expect([again.status, again.body['code']]).toEqual([409, 'renewal.conflict']);
    const [check] = await checksOf(id);
    const word = { verdict: 'override', outcome: 'match', reason: 'Seen in the original.' };
    const reviewed = await (await officer('licences.check')).post(`/api/checks/${check?.id}/reviews`, word);
    expect(reviewed.status).toBe(201);
    await worker.settled();
    expect(await cases()).toMatchObject([{ change: 'renewal', state: 'settled' }]);
    await onDay(10);
    expect(await tasks()).toEqual([]);
  });

  it('of a member who was suspended for it proposes to reinstate, and changes nothing before an officer’s word', async () => {
    await onDay(22);
    const [expired] = await cases();
    const by = await officer('applications.decide');
    const settled = await by.post(`/api/standing-cases/${expired?.id}/settlement`, {
      verdict: 'suspend',
      reason: 'The licence has ended.',
    });
    expect(settled.status).toBe(204);
    await register([['PT-500', inDays(2_000)]]);
    await renewed('PT-500', inDays(2_000));
    expect((await cases()).at(-1)).toMatchObject({
      change: 'restored',
      proposal: 'reinstatement',
      state: 'open',
    });
    const [period] = await api.db.query(
      'SELECT status FROM membership_periods WHERE membership_id = $1 AND ends_at IS NULL',
      [member.membershipId],
    );
    expect(period).toEqual({ status: 'suspended' });
  });
});

import { randomUUID } from 'node:crypto';
import { Offices, Terms } from '@himpun/governance';
import type { Actor } from '@himpun/kernel';
import { MembershipQueries } from '@himpun/membership';
import { Outbox, type RelayedMessage } from '@himpun/outbox';
import { DeliveryRunner } from '../../../apps/worker/src/queue/delivery-runner';
import { queuesOf } from '../../../apps/worker/src/queue/choreography';
import { SUBSCRIPTIONS, WORK } from '../../../apps/worker/src/subscriptions';
import { anActivity } from '../../support/activities';
import { anAdmittingGroup, anApplication } from '../../support/admission';
import { startApi, type TestApp } from '../../support/app';
import { aCertificate, aSignedCertificate } from '../../support/certificates';
import { signedIn, type TestClient } from '../../support/client';
import { aGroup } from '../../support/groups';
import { startWorker, type TestWorker } from '../../support/worker';

/** What an event is about: makes the record and gives the payload that its room would announce. */
type Story = () => Promise<Record<string, unknown>>;

/**
 * Rooms whose second delivery is shown where their records are made, with stand-ins for the registries they ask:
 * test/e2e/worker/checks, standing, expiry-reminders and programmes. Everything else that anybody hears has a story below.
 */
const SHOWN_ELSEWHERE = /^(?:credentials|ethics|groups)\.|^programmes\.(?:attendance|activity)/;

describe('an event delivered twice', () => {
  let api: TestApp;
  let worker: TestWorker;
  beforeAll(async () => {
    api = await startApi({ HIMPUN_DEMO: '1', SMTP_URL: '' });
    worker = await startWorker(api);
  });
  afterAll(async () => {
    await worker.close();
    await api.close();
  });

  const account: Story = async () => ({ accountId: (await signedIn(api)).accountId });
  const application: Story = async () => {
    const { id } = await anApplication(api, await anAdmittingGroup(api));
    return { applicationId: id, decisionId: randomUUID() };
  };
  const decided = async (outcome: 'approved' | 'rejected'): Promise<Record<string, unknown>> => {
    const { applicationId } = await application();
    const [decisionId, now] = [randomUUID(), api.clock.now()];
    await api.db.query(
      `INSERT INTO decisions (id, created_at, application_id, outcome, reason_codes, rule_id, facts, facts_hash, results,
         decided_on, decided_by)
       SELECT $1, $2, id, $3, '{requirements_met}', rule_id, '{"credentials": {}}', repeat('0', 64), '[]', '2026-11-21', person_id
       FROM applications WHERE id = $4`,
      [decisionId, now, outcome, applicationId],
    );
    return { applicationId, decisionId };
  };
  const returned: Story = async () => {
    const { groupId, ...group } = await anAdmittingGroup(api);
    const { id } = await anApplication(api, { groupId, ...group });
    const [botId, now] = [randomUUID(), api.clock.now()];
    await api.db.query(`UPDATE applications SET state = 'returned', returned = $2 WHERE id = $1`, [
      id,
      JSON.stringify({ at: now.toISOString(), by: null, items: [], answerBy: null }),
    ]);
    await api.db.query(`INSERT INTO bots (id, created_at, group_id, name) VALUES ($1, $2, $3, 'Bot')`, [
      botId,
      now,
      groupId,
    ]);
    await api.db.query(
      `INSERT INTO bot_rules (id, created_at, bot_id, version, rule, reason, published_by)
       VALUES ($1, $2, $3, 1, '{"approves": false, "closes": {"afterDays": 30, "remindDays": 5}}', 'x', $4)`,
      [randomUUID(), now, botId, (await signedIn(api)).personId],
    );
    return { applicationId: id };
  };
  const membership: Story = async () => {
    const { groupId, gradeId } = await anAdmittingGroup(api);
    const { personId } = await signedIn(api);
    const [id, now] = [randomUUID(), api.clock.now()];
    await api.db.query(
      `INSERT INTO memberships (id, created_at, person_id, group_id, grade_id, number, card_code)
       VALUES ($1, $2, $3, $4, $5, 'PI-1', $6)`,
      [id, now, personId, groupId, gradeId, randomUUID()],
    );
    await api.db.query(
      `INSERT INTO membership_periods (id, created_at, membership_id, status, starts_at) VALUES ($1, $2, $3, 'active', $2)`,
      [randomUUID(), now, id],
    );
    expect(await api.app.get(MembershipQueries, { strict: false }).card(id)).not.toBeNull();
    return { membershipId: id };
  };
  const standingCase: Story = async () => {
    const { membershipId } = await membership();
    const [credentialId, checkId, caseId] = [randomUUID(), randomUUID(), randomUUID()];
    await api.db.query(
      `WITH m AS (SELECT * FROM memberships WHERE id = $1), c AS (
         INSERT INTO credentials (id, created_at, person_id, kind) SELECT $2, $5, person_id, 'licence' FROM m RETURNING id),
       k AS (
         INSERT INTO checks (id, created_at, credential_id, credential_version, person_id, group_id, origin_type, origin_id,
           source, claim, run_state, outcome, ended_at)
         SELECT $3, $5, c.id, 1, m.person_id, m.group_id, 'recheck', $2, 'register', '{}', 'ran', 'revoked', $5 FROM m, c
         RETURNING id)
       INSERT INTO standing_cases (id, created_at, membership_id, credential_id, check_id, change, proposal, rule_version, state,
         verdict, settled_at, settled_reason)
       SELECT $4, $5, m.id, c.id, k.id, 'revoked', 'suspension', 0, 'settled', 'keep', $5, 'Mistaken' FROM m, c, k`,
      [membershipId, credentialId, checkId, caseId, api.clock.now()],
    );
    return { caseId };
  };
  const sponsorship: Story = async () => {
    const { id: applicationId } = await anApplication(api, await anAdmittingGroup(api));
    const { membershipId } = await membership();
    const id = randomUUID();
    await api.db.query(
      `INSERT INTO sponsorships (id, created_at, application_id, requirement_id, named, person_id, membership_id, expires_at)
       SELECT $1, $3, $2, 'sponsor', 'PI-1', person_id, id, $3::timestamptz + interval '14 days' FROM memberships WHERE id = $4`,
      [id, applicationId, api.clock.now(), membershipId],
    );
    return { sponsorshipId: id, applicationId };
  };
  const answeredSponsorship: Story = async () => {
    const payload = await sponsorship();
    await api.db.query(`UPDATE sponsorships SET state = 'declined', ended_at = created_at WHERE id = $1`, [
      payload['sponsorshipId'],
    ]);
    return payload;
  };
  const registration = async (person?: TestClient): Promise<Record<string, unknown>> => {
    const activityId = await anActivity(api, await aGroup(api), { capacity: 1 });
    const first = await signedIn(api);
    await first.post(`/api/activities/${activityId}/registrations`);
    const who = person ?? first;
    if (who !== first) await who.post(`/api/activities/${activityId}/registrations`);
    const [row]: { id: string }[] = await api.db.query(
      'SELECT id FROM registrations WHERE activity_id = $1 AND person_id = $2',
      [activityId, who.personId],
    );
    return { registrationId: row?.id };
  };
  const appointer = async (groupId: string): Promise<Actor> => ({
    kind: 'person',
    accountId: null,
    personId: (await signedIn(api)).personId,
    label: 'Chair',
    language: 'en',
    sessionId: null,
    powers: ['offices.appoint', 'members.read'].map((power) => ({ power, groupId, until: null })),
  });
  const term: Story = async () => {
    const groupId = await aGroup(api);
    const { seatIds } = await api.db.transaction((tx) =>
      api.app.get(Offices, { strict: false }).create(tx, {
        groupId,
        code: 'secretary',
        nameId: 'Sekretaris',
        nameEn: 'Secretary',
        powers: ['members.read'],
        position: 1,
        seats: 1,
      }),
    );
    const { personId } = await signedIn(api);
    const id = await api.app.get(Terms, { strict: false }).appoint(await appointer(groupId), {
      seatId: String(seatIds[0]),
      personId: String(personId),
      startsOn: '2026-11-22',
      endsOn: '2027-11-21',
      reason: 'Congress',
    });
    return { termId: id };
  };
  const holder = async () => ({
    personId: String((await signedIn(api)).personId),
    groupId: await aGroup(api),
  });

  const STORIES: Record<string, Story> = {
    'identity.confirmation_requested': account,
    'identity.reset_requested': account,
    'identity.registration_repeated': account,
    'identity.sign_ins_refused': account,
    'identity.password_changed': account,
    'membership.application_submitted': application,
    'membership.correction_requested': application,
    'membership.correction_reminder_due': returned,
    'membership.application_approved': () => decided('approved'),
    'membership.application_rejected': () => decided('rejected'),
    'membership.membership_began': membership,
    'membership.sponsor_asked': sponsorship,
    'membership.sponsor_reminder_due': sponsorship,
    'membership.sponsor_answered': answeredSponsorship,
    'membership.acknowledgement_due': async () => {
      const { codeId } = await anAdmittingGroup(api);
      const id = randomUUID();
      await api.db.query(
        `WITH next AS (INSERT INTO codes (id, created_at, group_id, edition, title_id, title_en, text_hash, acknowledge_by)
           SELECT gen_random_uuid(), created_at, group_id, 2, title_id, title_en, text_hash, '2026-12-21' FROM codes WHERE id = $1
           RETURNING id)
         INSERT INTO acknowledgement_requests (id, created_at, code_id, person_id) SELECT $2, $3, next.id, $4 FROM next`,
        [codeId, id, api.clock.now(), (await signedIn(api)).personId],
      );
      return { requestId: id };
    },
    'membership.cases_overdue': async () => {
      const { termId } = await term();
      const { id } = await anApplication(api, await anAdmittingGroup(api), { dueOn: '2026-11-19' });
      const escalationId = randomUUID();
      await api.db.query(`UPDATE terms SET starts_at = $2::timestamptz - interval '1 day' WHERE id = $1`, [
        termId,
        api.clock.now(),
      ]);
      await api.db.query(
        `WITH e AS (INSERT INTO escalations (id, created_at, office_id)
           SELECT $1, $3, s.office_id FROM terms t JOIN seats s ON s.id = t.seat_id WHERE t.id = $4 RETURNING id)
         INSERT INTO escalated_cases (application_id, due_on, escalation_id) SELECT $2, '2026-11-19', id FROM e`,
        [escalationId, id, api.clock.now(), termId],
      );
      return { escalationId };
    },
    'membership.standing_case_opened': standingCase,
    'membership.standing_case_settled': standingCase,
    'programmes.registration_confirmed': () => registration(),
    'programmes.registration_waitlisted': async () => registration(await signedIn(api)),
    'programmes.place_passed_on': () => registration(),
    'governance.term_appointed': term,
    'certificates.issue_requested': async () => ({
      certificateId: (await aCertificate(api, await holder())).id,
    }),
    'certificates.replaced': async () => {
      const { registrationId } = await registration();
      const [one, other] = [
        await aSignedCertificate(api, await holder()),
        await aSignedCertificate(api, await holder()),
      ];
      await api.db.query('UPDATE registrations SET certificate_id = $2 WHERE id = $1', [
        registrationId,
        one.id,
      ]);
      return { certificateId: one.id, replacedById: other.id };
    },
    'certificates.issued': async () => ({
      certificateId: (await aSignedCertificate(api, await holder())).id,
    }),
  };

  it('has a story for everything that anybody hears', () => {
    const untold = Object.keys(SUBSCRIPTIONS).filter((type) => !(type in STORIES));
    expect(untold.filter((type) => !SHOWN_ELSEWHERE.test(type))).toEqual([]);
  });

  it.each(Object.keys(STORIES))('%s has its effect once', async (type) => {
    const payload = await (STORIES[type] as Story)();
    const before = await fingerprints();
    const id = await api.db.transaction((tx) => api.app.get(Outbox).announce(tx, type, payload));
    await worker.settled();
    const after = await fingerprints();
    expect(changed(before, after)).not.toEqual([]);
    const undone = `SELECT state FROM outbox_deliveries WHERE message_id = $1 AND state <> 'done'`;
    expect(await api.db.query(undone, [id])).toEqual([]);

    const message: RelayedMessage = { id, type, payload };
    const processors = worker.app.get(DeliveryRunner, { strict: false }).processors();
    for (const queue of queuesOf(WORK, message)) {
      await processors.get(queue)?.effect(message, { number: 2, last: false });
    }
    await worker.settled();
    expect(changed(after, await fingerprints())).toEqual([]);
  });

  it('would be seen here if it had its effect twice', async () => {
    const before = await fingerprints();
    await api.db.query(
      `INSERT INTO demo_mails (id, created_at, key, email, subject, body_text, body_html)
       SELECT $1, created_at, 'again', email, subject, body_text, body_html FROM demo_mails LIMIT 1`,
      [randomUUID()],
    );
    expect(changed(before, await fingerprints())).toEqual(['demo_mails']);
  });

  /** Every table's rows as one hash, but those that note the delivery itself, and what schedules fill by the clock. */
  async function fingerprints(): Promise<Map<string, string>> {
    const tables: { name: string }[] = await api.db.query(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'
       AND tablename NOT IN ('outbox_deliveries', 'audit_seals', 'outbox_messages')
       AND tablename NOT IN ('person_match_keys', 'person_match_marks', 'duplicate_suspicions')`,
    );
    const found = new Map<string, string>();
    for (const { name } of tables) {
      const [row]: { hash: string }[] = await api.db.query(
        `SELECT coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS hash FROM "${name}" t`,
      );
      found.set(name, row?.hash ?? '');
    }
    return found;
  }
});

function changed(before: Map<string, string>, after: Map<string, string>): string[] {
  return [...after].filter(([table, hash]) => before.get(table) !== hash).map(([table]) => table);
}

import { randomBytes, randomUUID } from 'node:crypto';
import { DuplicateSearch } from '@himpun/people';
import type { AdmittingGroup } from './admission';
import { anActivity } from './activities';
import type { TestApp } from './app';
import { aCertificate } from './certificates';
import type { TestClient } from './client';

/** The worker's search, once. Returns how many people it looked at. */
export function searchDuplicates(api: TestApp): Promise<number> {
  return api.app.get(DuplicateSearch, { strict: false }).run();
}

/** The open suspicion about two people; fails the test where there is none. */
export async function suspicionOf(api: TestApp, one: string, other: string): Promise<string> {
  const [row]: { id: string }[] = await api.db.query(
    'SELECT id FROM duplicate_suspicions WHERE first_person_id = least($1::uuid, $2::uuid) AND second_person_id = greatest($1::uuid, $2::uuid)',
    [one, other],
  );
  if (!row) throw new Error('nobody suspects that these two are one');
  return row.id;
}

/** Writes a row as a test needs it. */
export async function insert(api: TestApp, table: string, row: Record<string, unknown>): Promise<string> {
  const whole: Record<string, unknown> = { id: randomUUID(), created_at: api.clock.now(), ...row };
  const used = Object.entries(whole).filter(([, value]) => value !== undefined);
  await api.db.query(
    `INSERT INTO ${table} (${used.map(([name]) => name).join(', ')}) VALUES (${used.map((_, at) => `$${at + 1}`).join(', ')})`,
    used.map(([, value]) => value),
  );
  return String(whole['id']);
}

let count = 700_000;

/** Gives a person a row in every table that names one, as the present and as the past. */
export async function everythingOf(
  api: TestApp,
  person: TestClient,
  { groupId, gradeId, ruleId, codeId }: AdmittingGroup,
  officerId: string,
): Promise<void> {
  const now = api.clock.now();
  const personId = String(person.personId);
  const fileId = await insert(api, 'files', {
    ...{
      owner_person_id: personId,
      purpose: 'evidence',
      name: 'ijazah.pdf',
      media_type: 'application/pdf',
      size: 9,
    },
    ...{ sha256: randomBytes(32), storage_key: randomUUID() },
  });
  const credentialId = await insert(api, 'credentials', {
    ...{ person_id: personId, kind: 'licence', number: `STR-${personId.slice(0, 6)}`, authority: 'KTKI' },
  });
  const applicationId = await insert(api, 'applications', {
    ...{
      reference: `P-2026-${(count += 1)}`,
      person_id: personId,
      group_id: groupId,
      grade_id: gradeId,
      rule_id: ruleId,
    },
    ...{ state: 'admitted', submitted_at: now, decided_at: now, assigned_to: officerId },
  });
  await insert(api, 'checks', {
    ...{
      credential_id: credentialId,
      credential_version: 1,
      person_id: personId,
      group_id: groupId,
      claim: '{}',
    },
    ...{
      origin_type: 'application',
      origin_id: applicationId,
      source: 'manual',
      run_state: 'not_covered',
      ended_at: now,
    },
  });
  await insert(api, 'memberships', {
    ...{
      person_id: personId,
      group_id: groupId,
      grade_id: gradeId,
      number: `PI-${(count += 1)}`,
      application_id: applicationId,
    },
    card_code: randomUUID(),
  });
  await actsOf(api, personId, { groupId, gradeId, ruleId, codeId });
  await privateOf(api, personId, groupId);
  const certificate = await aCertificate(api, { personId, groupId });
  const activityId = await anActivity(api, groupId, { trainerPersonId: personId });
  const registrationId = await insert(api, 'registrations', {
    ...{ activity_id: activityId, person_id: personId, state: 'confirmed', arrival: 1, code: randomUUID() },
    certificate_id: certificate.id,
  });
  await insert(api, 'credit_entries', {
    ...{
      person_id: personId,
      activity_id: activityId,
      registration_id: registrationId,
      domain: 'practice',
      ordinal: 1,
    },
    ...{ kind: 'attendance', hours: '4.0', earned_on: '2026-11-20' },
  });
  await toldBy(api, personId, applicationId);
  const noteId = await insert(api, 'pinned_notes', {
    ...{
      application_id: applicationId,
      file_id: fileId,
      person_id: personId,
      number: 1,
      page: 1,
      x: 0,
      y: 0,
      text: 'Cap?',
    },
  });
  await insert(api, 'pinned_note_replies', { note_id: noteId, person_id: personId, text: 'Ada' });
  await insert(api, 'review_file_views', {
    id: undefined,
    application_id: applicationId,
    person_id: personId,
    file_id: fileId,
  });
}

/** Whom somebody vouches for, and what they disclosed. */
async function toldBy(api: TestApp, personId: string, applicationId: string): Promise<void> {
  const [membership]: { id: string; group: string }[] = await api.db.query(
    'SELECT id, group_id AS "group" FROM memberships WHERE person_id = $1',
    [personId],
  );
  await insert(api, 'sponsorships', {
    ...{ application_id: applicationId, person_id: personId, membership_id: membership?.id },
    ...{ requirement_id: 'sponsor', named: 'PI-1', expires_at: '2026-12-05' },
  });
  const [key]: { id: string }[] = await api.db.query('SELECT id FROM data_keys LIMIT 1');
  await insert(api, 'disclosures', {
    ...{
      person_id: personId,
      group_id: membership?.group,
      application_id: applicationId,
      requirement_id: 'past',
    },
    ...{ needs_person: true, sealed_answers: randomBytes(32), sealed_with: key?.id },
  });
}

/** What officers and members do, and what holds them to it. */
async function actsOf(
  api: TestApp,
  personId: string,
  { groupId, gradeId, ruleId, codeId }: AdmittingGroup,
): Promise<void> {
  const others = await insert(api, 'applications', {
    ...{
      reference: `P-2026-${(count += 1)}`,
      person_id: await insert(api, 'people', { full_name: 'Orang lain' }),
    },
    ...{
      group_id: groupId,
      grade_id: gradeId,
      rule_id: ruleId,
      state: 'submitted',
      submitted_at: api.clock.now(),
    },
    assigned_to: personId,
  });
  await insert(api, 'review_conflicts', {
    id: undefined,
    application_id: others,
    person_id: personId,
    reason: 'Saudara',
  });
  const decisionId = await insert(api, 'decisions', {
    ...{
      application_id: others,
      outcome: 'approved',
      reason_codes: ['requirements_met'],
      rule_id: ruleId,
      facts: '{}',
    },
    ...{ facts_hash: 'a'.repeat(64), results: '[]', decided_on: '2026-11-20', decided_by: personId },
  });
  await insert(api, 'decision_votes', {
    ...{ application_id: others, voter_id: personId, vote: 'approve', reason_codes: ['requirements_met'] },
    ...{ rule_id: ruleId, submission: 1, facts_hash: 'a'.repeat(64) },
  });
  await insert(api, 'decision_members', {
    ...{
      id: undefined,
      created_at: undefined,
      decision_id: decisionId,
      application_id: others,
      person_id: personId,
    },
  });
  const ack = { person_id: personId, code_id: codeId };
  await insert(api, 'acknowledgements', {
    ...ack,
    text_hash: 'b'.repeat(64),
    language: 'id',
    clause_ids: [],
  });
  await insert(api, 'acknowledgement_requests', { ...ack, days_before: 7 });
  const viewId = await insert(api, 'queue_views', { person_id: personId, name: letters(), filter: '{}' });
  await insert(api, 'queue_view_defaults', {
    ...{ id: undefined, created_at: undefined, person_id: personId, view_id: viewId },
  });
  const officeId = await insert(api, 'offices', {
    ...{
      group_id: groupId,
      code: `office_${letters()}`,
      name_id: 'Bendahara',
      name_en: 'Treasurer',
      powers: ['members.read'],
    },
  });
  const term = { starts_at: '2026-01-01', ends_at: '2028-01-01', appointed_by: personId };
  const seatId = await insert(api, 'seats', { office_id: officeId, number: 1 });
  const originId = await insert(api, 'terms', { seat_id: seatId, person_id: personId, ...term });
  await insert(api, 'access_grants', {
    ...{ person_id: personId, power: 'members.read', group_id: groupId, valid_from: '2026-01-01' },
    ...{ origin_type: 'term', origin_id: originId },
  });
  const hold = { kind: 'legal', reason: 'Perkara', placed_by: personId };
  await insert(api, 'retention_holds', { person_id: personId, group_id: groupId, ...hold });
}

async function privateOf(api: TestApp, personId: string, groupId: string): Promise<void> {
  const [key]: { id: string }[] = await api.db.query(
    `INSERT INTO data_keys (id, created_at, purpose, state, sealed, secret_mark, retired_at)
     VALUES ($1, $2, 'content', 'retired', '\\x00', repeat('a', 16), $2) RETURNING id`,
    [randomUUID(), api.clock.now()],
  );
  const id = await insert(api, 'national_ids', {
    ...{
      person_id: personId,
      kind: 'nik',
      country: 'ID',
      sealed_value: randomBytes(32),
      sealed_with: key?.id,
    },
    blind_index: randomBytes(32),
  });
  await insert(api, 'private_reads', {
    ...{
      created_at: undefined,
      at: api.clock.now(),
      owner_person_id: personId,
      subject_type: 'national_id',
      subject_id: id,
    },
    ...{ reader_kind: 'system', reader_label: 'checks', reason: 'source_check', group_id: groupId },
  });
  await insert(api, 'mail_deliveries', {
    ...{
      key: randomUUID(),
      template: 'welcome',
      email: 'x@example.org',
      language: 'id',
      person_id: personId,
    },
    state: 'open',
  });
}

function letters(): string {
  return [...randomBytes(8)].map((byte) => String.fromCharCode(97 + (byte % 26))).join('');
}

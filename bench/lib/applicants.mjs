import { randomUUID } from 'node:crypto';
import { Load, request } from './load.mjs';
import { aGrade, aGroup, browserOf, signedInPeople } from './people.mjs';

const SUBMITTERS = 16;
const NAME = 'Ana Lestari';
const AUTHORITY = 'NPPES';
const PROFESSION = 'Physical Therapist';
const said = (text) => ({ id: text, en: text });

const LICENCE = {
  id: 'licence',
  kind: 'licence',
  title: said('Practice licence'),
  hint: said('In force'),
  authority: AUTHORITY,
  profession: PROFESSION,
};

/** A group that asks for one licence, which two sources can say something about: a register it has taken in, and NPPES. */
export async function anAskingGroup(pool) {
  const groupId = await aGroup(pool, 'association');
  const gradeId = await aGrade(pool, groupId);
  const [ruleId, registerId, importId] = [randomUUID(), randomUUID(), randomUUID()];
  await pool.query(
    `INSERT INTO admission_rules (id, created_at, group_id, grade_id, version, requirements, published_at, text_hash)
     VALUES ($1, now(), $2, $3, 1, $4, now(), sha256(''))`,
    [ruleId, groupId, gradeId, JSON.stringify([LICENCE])],
  );
  await pool.query(
    `INSERT INTO registers (id, created_at, group_id, authority, authority_key, name_id, name_en)
     VALUES ($1, now(), $2, $3, lower($3), $3, $3)`,
    [registerId, groupId, AUTHORITY],
  );
  await pool.query(
    `INSERT INTO register_imports (id, created_at, register_id, number, state, file_name, file_size, file_sha256, mapping,
       delimiter, row_count, error_count, report, finished_at)
     VALUES ($1, now(), $2, 1, 'current', 'register.csv', 1, sha256(''), '{}', ',', 0, 0, '{}', now())`,
    [importId, registerId],
  );
  await pool.query('UPDATE registers SET current_import_id = $2 WHERE id = $1', [registerId, importId]);
  return { groupId, gradeId, ruleId, registerId };
}

let numbers = 0;

/** So many people, each with a draft that only waits to be sent in. */
export async function drafts(pool, group, count) {
  const first = numbers;
  numbers += count;
  const npi = (place) => npiFrom(String(100_000_000 + first + place));
  const people = await signedInPeople(pool, count, { name: NAME, npi });
  const applicants = people.map((person) => ({
    ...person,
    applicationId: randomUUID(),
    credentialId: randomUUID(),
  }));
  const column = (key) => applicants.map((applicant) => applicant[key]);
  const ids = [column('applicationId'), column('credentialId'), column('personId')];
  await pool.query(
    `INSERT INTO credentials (id, created_at, person_id, kind, holder_name, number, authority, profession, valid_until)
     SELECT id, now(), person, 'licence', $4, number, $5, $6, '2099-12-31'
     FROM unnest($1::uuid[], $2::uuid[], $3::text[]) AS t (id, person, number)`,
    [column('credentialId'), column('personId'), column('number'), NAME, AUTHORITY, PROFESSION],
  );
  await pool.query(
    `INSERT INTO applications (id, created_at, reference, person_id, group_id, grade_id, rule_id, state)
     SELECT id, now(), 'P-2026-' || lpad((place + $6)::text, 6, '0'), person, $3, $4, $5, 'draft'
     FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY AS t (id, person, place)`,
    [ids[0], ids[2], group.groupId, group.gradeId, group.ruleId, first],
  );
  await pool.query(
    `INSERT INTO application_credentials (application_id, requirement_id, credential_id, created_at)
     SELECT application, 'licence', credential, now() FROM unnest($1::uuid[], $2::uuid[]) AS t (application, credential)`,
    [ids[0], ids[1]],
  );
  await pool.query(
    `INSERT INTO register_entries (register_id, version, row_no, number, number_key, name, profession, status, valid_until)
     SELECT $1, 1, place + $5, number, number, $3, $4, 'active', '2099-12-31'
     FROM unnest($2::text[]) WITH ORDINALITY AS t (number, place)`,
    [group.registerId, column('number'), NAME, PROFESSION, first],
  );
  return applicants;
}

/** Sends them in through the portal. */
export function submitted(port, applicants) {
  const asks = applicants.map((applicant) =>
    request('POST', `/api/applications/${applicant.applicationId}/submission`, browserOf(applicant)),
  );
  return new Load(port, SUBMITTERS).all(asks);
}

/** A National Provider Identifier from nine digits: the check digit is Luhn over `80840` and the number. */
function npiFrom(nine) {
  const sum = [...`80840${nine}`].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return `${nine}${(10 - (sum % 10)) % 10}`;
}

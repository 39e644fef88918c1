import { createRequire } from 'node:module';
import { inRoot } from '../../scripts/lib/root.mjs';
import { connected } from './bench.mjs';
import { aGrade, aGroup, madeUpNames, signedInPeople } from './people.mjs';

const APPLICATIONS = 100_000;
const CHAPTERS = 10;

const require = createRequire(import.meta.url);
const built = (file) => require(inRoot('dist/libs/membership/src/review', `${file}.js`));

/** The statements as the portal sends them, for an officer of this group. */
export function statements() {
  const { countsOfQueue, pageOfQueue } = built('review-queue.statements');
  const { QUEUE_TABS, WHOLE_QUEUE } = built('review-queue.filter');
  return (officer, query) => {
    const { page = '1', ...asked } = Object.fromEntries(query);
    const filter = { ...WHOLE_QUEUE, ...asked };
    const scope = { groups: [officer.groupId], personId: officer.personId, now: new Date(), filter };
    return [pageOfQueue(scope, 20, (Number(page) - 1) * 20), countsOfQueue(scope, QUEUE_TABS, 1_001)];
  };
}

/** A database with 100 000 open applications to ten chapters, and an officer of the association above them. */
export function queue(bench) {
  return bench.once('queue', async () => {
    const databaseUrl = await bench.database('queue');
    return { databaseUrl, ...(await connected(databaseUrl, fill)) };
  });
}

async function fill(pool) {
  const groupId = await aGroup(pool, 'association');
  const [officer] = await signedInPeople(pool, 1);
  await pool.query(
    `INSERT INTO access_grants (id, created_at, person_id, power, group_id, valid_from, origin_type, origin_id)
     VALUES (gen_random_uuid(), now() - interval '1 day', $1, 'applications.review', $2, now() - interval '1 day', 'term', gen_random_uuid())`,
    [officer.personId, groupId],
  );
  for (let chapter = 1; chapter <= CHAPTERS; chapter += 1) {
    const id = await aGroup(pool, `chapter-${chapter}`, groupId);
    const gradeId = await aGrade(pool, id);
    await pool.query(
      `INSERT INTO admission_rules (id, created_at, group_id, grade_id, version, requirements, published_at, text_hash)
       VALUES (gen_random_uuid(), now(), $1, $2, 1, '[]', now(), sha256(''))`,
      [id, gradeId],
    );
  }
  const names = madeUpNames(APPLICATIONS);
  await pool.query(
    `INSERT INTO people (id, created_at, full_name) SELECT gen_random_uuid(), now(), name FROM unnest($1::text[]) AS t (name)`,
    [names],
  );
  for (const statement of FILL) await pool.query(statement, statement === FILL[0] ? [officer.personId] : []);
  await pool.query(
    'VACUUM ANALYZE people, groups, grades, sessions, access_grants, applications, application_submissions, checks, credentials',
  );
  return { officer: { ...officer, groupId }, names };
}

/** Sent in over ninety days; one in ten waits for its applicant, half have an officer (one of them, for forty, ours), some are late. */
const FILL = [
  `INSERT INTO applications (id, created_at, reference, person_id, group_id, grade_id, rule_id, state, submitted_at, returned, due_on,
     days_left, assigned_to)
   SELECT gen_random_uuid(), now(), 'P-2026-' || lpad(n::text, 6, '0'), p.id, r.group_id, r.grade_id, r.id,
     CASE WHEN n % 10 = 0 THEN 'returned' ELSE 'submitted' END, now() - n % 90 * interval '1 day' - n * interval '1 second',
     CASE WHEN n % 10 = 0 THEN '{"items":[]}'::jsonb END,
     CASE WHEN n % 10 <> 0 THEN current_date + 60 - (n % 67)::int END, CASE WHEN n % 10 = 0 THEN 5 END,
     CASE WHEN n % 2500 = 1 THEN $1::uuid WHEN n % 2 = 0 THEN o.id END
   FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM people WHERE id <> $1) p
   JOIN (SELECT id, group_id, grade_id, row_number() OVER (ORDER BY id) AS place FROM admission_rules) r ON r.place = 1 + p.n % ${CHAPTERS}
   CROSS JOIN (SELECT id FROM people WHERE id <> $1 ORDER BY id LIMIT 1) o`,
  `INSERT INTO application_submissions (application_id, number, submitted_at, rule_id, content)
   SELECT id, 1, submitted_at, rule_id, '{}' FROM applications`,
  `INSERT INTO credentials (id, created_at, person_id, kind, holder_name, number, authority, profession)
   SELECT a.id, now(), a.person_id, 'licence', 'Ana', a.reference, 'KTKI', 'Fisioterapis' FROM applications a`,
  `INSERT INTO checks (id, created_at, credential_id, credential_version, person_id, group_id, origin_type, origin_id, source, claim,
     run_state, outcome, action, ended_at)
   SELECT gen_random_uuid(), now(), a.id, 1, a.person_id, a.group_id, 'application', a.id, 'authority_register', '{}',
     CASE WHEN n % 50 = 0 THEN 'queued' ELSE 'ran' END, CASE WHEN n % 50 <> 0 THEN 'match' END,
     CASE WHEN n % 7 = 0 THEN 'needs_person' ELSE 'none' END, CASE WHEN n % 50 <> 0 THEN now() END
   FROM (SELECT *, row_number() OVER (ORDER BY id) AS n FROM applications) a`,
];

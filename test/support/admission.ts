import { randomUUID } from 'node:crypto';
import { Codes } from '@himpun/ethics';
import { AdmissionRules, type DecisionRule, type NewGroup, type Requirement } from '@himpun/groups';
import { systemActor } from '@himpun/kernel';
import type { TestApp } from './app';
import { signedIn, type TestClient } from './client';
import { aGroup } from './groups';

const said = (id: string, en: string) => ({ id, en });

/** Requirements by kind, as a small association would write them. */
export const asks = {
  licence: {
    id: 'licence',
    kind: 'licence',
    title: said('Lisensi praktik', 'Practice licence'),
    hint: said('STR yang berlaku', 'A licence in force'),
    authority: 'KTKI',
    profession: 'Fisioterapis',
  },
  commitment: {
    id: 'commitment',
    kind: 'commitment',
    title: said('Komitmen', 'Commitment'),
    hint: said('Bacalah dulu', 'Read it first'),
    text: said('Saya membantu dua kali setahun.', 'I help twice a year.'),
  },
  ethics: {
    id: 'ethics',
    kind: 'ethics',
    title: said('Kode etik', 'Code of ethics'),
    hint: said('Setelah disetujui', 'After approval'),
  },
} as const satisfies Record<string, Requirement>;

/** A group with one grade, its published rule, and a code of ethics where the rule asks for one. */
export interface AdmittingGroup {
  groupId: string;
  gradeId: string;
  ruleId: string;
  codeId: string | null;
}

/** Founds it; without requirements it asks for commitment and ethics. */
export async function anAdmittingGroup(
  api: TestApp,
  requirements: readonly Requirement[] = [asks.commitment, asks.ethics],
  group: Partial<NewGroup> & { numberPattern?: string; decision?: DecisionRule } = {},
): Promise<AdmittingGroup> {
  const { numberPattern = 'PI-{year}-{seq:5}', decision, ...rest } = group;
  const groupId = await aGroup(api, rest);
  const gradeId = randomUUID();
  await api.db.query(
    `INSERT INTO grades (id, created_at, group_id, code, name_id, name_en, number_pattern)
     VALUES ($1, $2, $3, 'full', 'Anggota biasa', 'Full member', $4)`,
    [gradeId, api.clock.now(), groupId, numberPattern],
  );
  const by = systemActor('founding');
  return api.db.transaction(async (tx) => {
    const rules = api.app.get(AdmissionRules, { strict: false });
    const ruleId = await rules.publishIn(tx, by, { groupId, gradeId, requirements, decision });
    const asksEthics = requirements.some(({ kind }) => kind === 'ethics');
    const codeId = asksEthics ? await publishCode(api, tx, groupId) : null;
    return { groupId, gradeId, ruleId, codeId };
  });

  function publishCode(on: TestApp, tx: Parameters<Codes['publishIn']>[0], id: string): Promise<string> {
    return on.app.get(Codes, { strict: false }).publishIn(tx, by, id, CODE);
  }
}

export const CODE = {
  title: said('Kode Etik', 'Code of Ethics'),
  preamble: said('Kami berjanji.', 'We promise.'),
  clauses: [
    { heading: said('Kejujuran', 'Honesty'), text: said('Jujur.', 'Be honest.'), mustAcknowledge: true },
    {
      heading: said('Belajar', 'Learning'),
      text: said('Belajar terus.', 'Keep learning.'),
      mustAcknowledge: false,
    },
    {
      heading: said('Kerahasiaan', 'Secrecy'),
      text: said('Jaga rahasia.', 'Keep secrets.'),
      mustAcknowledge: true,
    },
  ],
};

let count = 0;

/** What an application in a test may differ in. */
interface Sent {
  state?: 'draft' | 'submitted';
  answers?: Record<string, unknown>;
  submittedAt?: string;
  /** `YYYY-MM-DD`; a case of tests has no promise unless told. */
  dueOn?: string;
  applicant?: TestClient;
  fullName?: string;
}

/** An application as the applicant sent it in, and the applicant. */
export async function anApplication(
  api: TestApp,
  group: AdmittingGroup,
  sent: Sent = {},
): Promise<{ id: string; reference: string; applicant: TestClient }> {
  const applicant = sent.applicant ?? (await signedIn(api, { fullName: sent.fullName ?? 'Ben Pratama' }));
  const id = randomUUID();
  count += 1;
  const reference = `P-2026-${String(count).padStart(6, '0')}`;
  const submittedAt = sent.state === 'draft' ? null : (sent.submittedAt ?? api.clock.now());
  const values = sent.answers ?? { commitment: { accepted: true } };
  const answers = Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      { version: 1, savedAt: '2026-11-20T00:00:00Z', value },
    ]),
  );
  await api.db.query(
    `INSERT INTO applications (id, created_at, reference, person_id, group_id, grade_id, rule_id, state, answers, submitted_at,
       due_on)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      id,
      api.clock.now(),
      reference,
      applicant.personId,
      group.groupId,
      group.gradeId,
      group.ruleId,
      sent.state ?? 'submitted',
      JSON.stringify(answers),
      submittedAt,
      sent.dueOn ?? null,
    ],
  );
  if (submittedAt !== null) {
    const details = { fullName: sent.fullName ?? 'Ben Pratama', titleBefore: null, titleAfter: null };
    const content = {
      details: { ...details, certificateName: null, birthDate: null, phone: null },
      answers: values,
    };
    await api.db.query(
      `INSERT INTO application_submissions (application_id, number, submitted_at, rule_id, content) VALUES ($1, 1, $2, $3, $4)`,
      [id, submittedAt, group.ruleId, JSON.stringify({ ...content, credentials: {} })],
    );
  }
  return { id, reference, applicant };
}

/** A licence offered with an application, and one check of it. */
export async function anOfferedLicence(
  api: TestApp,
  group: AdmittingGroup,
  application: { id: string; applicant: TestClient },
  check: { runState?: string; outcome?: string | null; action?: string; validUntil?: string } = {},
): Promise<{ credentialId: string; checkId: string }> {
  const [credentialId, checkId] = [randomUUID(), randomUUID()];
  const now = api.clock.now();
  const runState = check.runState ?? 'ran';
  const isOpen = runState === 'queued' || runState === 'running';
  await api.db.query(
    `INSERT INTO credentials (id, created_at, person_id, kind, state, holder_name, number, authority, profession, valid_until)
     VALUES ($1, $2, $3, 'licence', 'presented', 'Ben Pratama', 'STR-1', 'KTKI', 'Fisioterapis', $4)`,
    [credentialId, now, application.applicant.personId, check.validUntil ?? '2027-12-31'],
  );
  await api.db.query(
    `INSERT INTO application_credentials (application_id, requirement_id, credential_id, created_at) VALUES ($1, 'licence', $2, $3)`,
    [application.id, credentialId, now],
  );
  await api.db.query(
    `INSERT INTO checks (id, created_at, credential_id, credential_version, person_id, group_id, origin_type, origin_id, source,
       claim, run_state, outcome, action, ended_at)
     VALUES ($1, $2, $3, 1, $4, $5, 'application', $6, 'register', '{"kind":"licence"}', $7, $8, $9, $10)`,
    [
      checkId,
      now,
      credentialId,
      application.applicant.personId,
      group.groupId,
      application.id,
      runState,
      isOpen || check.outcome === null ? null : (check.outcome ?? 'match'),
      check.action ?? 'none',
      isOpen ? null : now,
    ],
  );
  return { credentialId, checkId };
}

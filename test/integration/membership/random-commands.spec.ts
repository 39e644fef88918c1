import fc from 'fast-check';
import { Codes } from '@himpun/ethics';
import { DomainError, nextState, type Actor } from '@himpun/kernel';
import {
  Admissions,
  APPLICATION_TRANSITIONS,
  Assignments,
  Corrections,
  Decisions,
  type ApplicationState,
} from '@himpun/membership';
import { anAdmittingGroup, anApplication, type AdmittingGroup } from '../../support/admission';
import { startApi, type TestApp } from '../../support/app';
import { signedIn, type TestClient } from '../../support/client';
import { aGroup } from '../../support/groups';

const ROLES = [
  'applicant',
  'applicant_officer',
  'reviewer',
  'decider',
  'conflicted',
  'elsewhere',
  'nobody',
] as const;
type Role = (typeof ROLES)[number];
const ACTS = ['take', 'return', 'approve', 'reject', 'acknowledge', 'declare'] as const;
type Act = (typeof ACTS)[number];

/** Who may do what to somebody else's case; their own case is closed to officers too. */
const MAY: Record<Role, readonly Act[]> = {
  applicant: ['acknowledge'],
  applicant_officer: ['acknowledge'],
  reviewer: ['take', 'return', 'declare'],
  decider: ['take', 'return', 'declare', 'approve', 'reject'],
  conflicted: [],
  elsewhere: [],
  nobody: [],
};
const MOVES: Partial<Record<Act, 'return' | 'approve' | 'reject'>> = {
  return: 'return',
  approve: 'approve',
  reject: 'reject',
};

describe('any row of commands by anybody', () => {
  let api: TestApp;
  let group: AdmittingGroup;
  let beside: string;
  let people: Record<Exclude<Role, 'applicant' | 'applicant_officer'>, TestClient>;

  beforeAll(async () => {
    api = await startApi();
    group = await anAdmittingGroup(api);
    beside = await aGroup(api);
    const [reviewer, decider, conflicted, elsewhere, nobody] = await Promise.all(
      Array.from({ length: 5 }, () => signedIn(api)),
    );
    people = { reviewer, decider, conflicted, elsewhere, nobody } as typeof people;
  });
  afterAll(() => api.close());

  const POWERS: Partial<Record<Role, readonly string[]>> = {
    applicant_officer: ['applications.review', 'applications.decide'],
    reviewer: ['applications.review'],
    decider: ['applications.decide'],
    conflicted: ['applications.review', 'applications.decide'],
    elsewhere: ['applications.review', 'applications.decide'],
  };

  function actorOf(role: Role, applicant: TestClient): Actor {
    const client = role === 'applicant' || role === 'applicant_officer' ? applicant : people[role];
    const groupId = role === 'elsewhere' ? beside : group.groupId;
    return {
      kind: 'person',
      accountId: client.accountId,
      personId: client.personId,
      label: role,
      language: 'id',
      sessionId: null,
      powers: (POWERS[role] ?? []).map((power) => ({ power, groupId, until: null })),
    };
  }

  async function act(which: Act, actor: Actor, id: string): Promise<void> {
    const at = <T extends object>(service: new (...args: never[]) => T): T =>
      api.app.get<T>(service, { strict: false });
    const { version } = await stored(id);
    const wish = { note: 'Sudah dinilai', waivers: [], version, factsHash: null };
    const acts: Record<Act, () => Promise<unknown>> = {
      take: () => at(Assignments).assign(actor, id, actor.personId as string, version),
      return: () =>
        at(Corrections).request(actor, id, [{ requirementId: 'commitment', note: 'Baca lagi' }], version),
      approve: () =>
        at(Decisions).decide(actor, id, { ...wish, outcome: 'approved', reasonCodes: ['requirements_met'] }),
      reject: () =>
        at(Decisions).decide(actor, id, {
          ...wish,
          outcome: 'rejected',
          reasonCodes: ['evidence_insufficient'],
        }),
      acknowledge: async () => {
        const code = await at(Codes).get(group.codeId as string);
        const clauseIds = code.clauses.map((clause) => clause.id);
        await at(Admissions).acknowledge(actor, code.id, { language: 'id', clauseIds });
      },
      declare: () => at(Assignments).declareConflict(actor, id, 'Kerabat'),
    };
    await acts[which]();
  }

  async function stored(id: string) {
    const [row] = await api.db.query(
      `SELECT a.state, a.version, (SELECT count(*)::int FROM memberships m WHERE m.application_id = a.id) AS memberships,
         (SELECT count(*)::int FROM decisions d WHERE d.application_id = a.id) AS decisions,
         (SELECT d.decided_by = a.person_id FROM decisions d WHERE d.application_id = a.id) AS "ownDecision"
       FROM applications a WHERE a.id = $1`,
      [id],
    );
    return row as {
      state: ApplicationState;
      version: number;
      memberships: number;
      decisions: number;
      ownDecision: boolean | null;
    };
  }

  it('moves an application only along its lifecycle, only by who may, and never by its applicant', async () => {
    const command = fc.record({ role: fc.constantFrom(...ROLES), act: fc.constantFrom(...ACTS) });
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 1, maxLength: 8 }), async (commands) => {
        const { id, applicant } = await anApplication(api, group);
        await actOnce(id, applicant);
        const declared = new Set<Role>(['conflicted']);
        let acknowledged = false;
        for (const { role, act: which } of commands) {
          const before = await stored(id);
          const isAllowed = MAY[role].includes(which) && !declared.has(role);
          const move = MOVES[which];
          const target = move ? nextState(APPLICATION_TRANSITIONS, before.state, move) : before.state;
          const refusal = await refusalOf(() => act(which, actorOf(role, applicant), id));
          if (refusal === null && which === 'acknowledge' && role.startsWith('applicant'))
            acknowledged = true;
          if (refusal === null && which === 'declare') declared.add(role);
          const after = await stored(id);
          if (isAllowed && move && target !== null) expect(refusal).toBeNull();
          if (refusal !== null || (!isAllowed && which !== 'acknowledge')) {
            expect(refusal).not.toBeNull();
            expect(after).toEqual(before);
            continue;
          }
          const begins = target === 'approved' && acknowledged;
          expect(after.state).toBe(begins ? 'admitted' : target);
          expect(after.memberships).toBe(after.state === 'admitted' ? 1 : 0);
          expect(after.decisions).toBe(['approved', 'rejected', 'admitted'].includes(after.state) ? 1 : 0);
          expect(after.ownDecision ?? false).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });

  /** The officer in conflict says so first. */
  async function actOnce(id: string, applicant: TestClient): Promise<void> {
    await act('declare', actorOf('conflicted', applicant), id);
  }
});

/** The code of a refusal by the business, or null when the act went through; anything else is an error of the test. */
async function refusalOf(run: () => Promise<void>): Promise<string | null> {
  try {
    await run();
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

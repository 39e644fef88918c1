import type { Case } from './review.api';

/** One thing about a case that is not as it was: which, and both values as the API says them. */
export interface CaseDifference {
  /** `state`, `officer`, `submission`, or a requirement's id. */
  of: string;
  kind: 'state' | 'officer' | 'submission' | 'result' | 'checks';
  before: string | null;
  after: string | null;
}

/** What changed between the case as somebody saw it and as it is now; nothing when only unseen things moved. */
export function caseDifferences(seen: Case, now: Case): CaseDifference[] {
  const facts: CaseDifference[] = [
    { of: 'state', kind: 'state', before: seen.state, after: now.state },
    { of: 'officer', kind: 'officer', before: seen.assignedName, after: now.assignedName },
    { of: 'submission', kind: 'submission', before: newest(seen), after: newest(now) },
    ...now.requirements.flatMap(({ requirementId: of }) => [
      { of, kind: 'result' as const, before: resultOf(seen, of), after: resultOf(now, of) },
      { of, kind: 'checks' as const, before: standingsOf(seen, of), after: standingsOf(now, of) },
    ]),
  ];
  return facts.filter(({ before, after }) => before !== after);
}

function newest({ submissions }: Case): string | null {
  return submissions[0] ? String(submissions[0].number) : null;
}

function resultOf({ requirements }: Case, id: string): string | null {
  return requirements.find(({ requirementId }) => requirementId === id)?.result ?? null;
}

/** How the credentials of a requirement stand, in their order; `confirmed,needs_person`. */
function standingsOf({ requirements }: Case, id: string): string | null {
  const line = requirements.find(({ requirementId }) => requirementId === id);
  return line?.credentials.map(({ standing }) => standing).join(',') || null;
}

import type { Faults } from '../../ui/form';
import type { Case, CaseRequirement, NewDecision, NewVote } from './review.api';

/** What an officer has filled in so far. */
export interface DecisionValues {
  /** `approved`, `rejected`, of a vote also `abstained`; empty before the choice. */
  outcome: string;
  reasonCodes: string[];
  note: string;
  /** By requirement: why it is waived. */
  waivers: Record<string, string>;
  /** That no conflict of interest stands in the way. */
  isImpartial: boolean;
}

export const NO_DECISION: DecisionValues = {
  outcome: '',
  reasonCodes: [],
  note: '',
  waivers: {},
  isImpartial: false,
};

/** Requirements that an approval has to waive. */
export function openLines(seen: Pick<Case, 'requirements'>): CaseRequirement[] {
  return seen.requirements.filter(
    (line) => !line.followsApproval && (line.result === 'pending' || line.result === 'not_met'),
  );
}

/** Reasons that fit the chosen outcome; those chosen for the other one are forgotten. */
export function chosenReasons(
  values: DecisionValues,
  seen: Pick<Case, 'decisionReasons'>,
): Case['decisionReasons'] {
  return seen.decisionReasons.filter(
    ({ code, outcome }) => outcome === values.outcome && values.reasonCodes.includes(code),
  );
}

/** What is missing, by field; `say` gives the words of a key. */
export function decisionFaults(
  values: DecisionValues,
  seen: Case,
  say: (key: string) => string,
): Faults<DecisionValues> {
  if (values.outcome === '') return { outcome: say(seen.panel ? 'vote' : 'outcome') };
  if (values.outcome === 'abstained') {
    return {
      note: values.note.trim() === '' ? say('abstention') : undefined,
      isImpartial: values.isImpartial ? undefined : say('impartial'),
    };
  }
  const chosen = chosenReasons(values, seen);
  const isNoteMissing = chosen.some(({ needsNote }) => needsNote) && values.note.trim() === '';
  const isWaiverMissing =
    values.outcome === 'approved' &&
    openLines(seen).some(({ requirementId }) => !values.waivers[requirementId]?.trim());
  return {
    reasonCodes: chosen.length === 0 ? say('reasons') : undefined,
    waivers: isWaiverMissing ? say('waivers') : undefined,
    note: isNoteMissing ? say('note') : undefined,
    isImpartial: values.isImpartial ? undefined : say('impartial'),
  };
}

/** The decision as the API takes it. */
export function decisionBody(values: DecisionValues, seen: Case): NewDecision {
  const isApproval = values.outcome === 'approved';
  return {
    outcome: isApproval ? 'approved' : 'rejected',
    reasonCodes: chosenReasons(values, seen).map(({ code }) => code),
    note: values.note.trim(),
    factsHash: seen.factsHash,
    waivers: isApproval
      ? openLines(seen).map(({ requirementId }) => ({
          requirementId,
          reason: (values.waivers[requirementId] ?? '').trim(),
        }))
      : [],
  };
}

/** The vote as the API takes it. */
export function voteBody(values: DecisionValues, seen: Case): NewVote {
  const { factsHash } = seen;
  if (values.outcome === 'abstained') {
    return { vote: 'abstain', reasonCodes: [], waivers: [], note: values.note.trim(), factsHash };
  }
  const { outcome, ...given } = decisionBody(values, seen);
  return { ...given, factsHash, vote: outcome === 'approved' ? 'approve' : 'reject' };
}

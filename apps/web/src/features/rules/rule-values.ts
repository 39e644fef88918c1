import type { GradeRule, RuleDraft } from './rules.api';

/** What an officer changes of a rule; numbers as they are typed. */
export interface RuleValues {
  /** Ids of requirements that stay. */
  kept: string[];
  /** By requirement: its lowest level, months or number of sponsors. */
  amounts: Record<string, string>;
  promisedDays: string;
  appealDays: string;
  kind: string;
  size: string;
  quorum: string;
  majority: string;
  onRecusal: string;
  /** What becomes of open cases. */
  openCases: string;
}

type Requirement = GradeRule['requirements'][number];

/** The one number of a requirement, where it has one. */
export function amountField(requirement: Requirement): 'minimumLevel' | 'minimumMonths' | 'count' | null {
  const fields = { education: 'minimumLevel', experience: 'minimumMonths', sponsor: 'count' } as const;
  return requirement.kind in fields ? fields[requirement.kind as keyof typeof fields] : null;
}

/** The rule that holds, as the form begins with it. */
export function valuesOf(rule: GradeRule): RuleValues {
  const amounts = rule.requirements.flatMap((requirement): [string, string][] => {
    const field = amountField(requirement);
    return field ? [[requirement.id, String(requirement[field] ?? '')]] : [];
  });
  const { decision } = rule;
  return {
    kept: rule.requirements.map(({ id }) => id),
    amounts: Object.fromEntries(amounts),
    promisedDays: String(rule.promisedDays),
    appealDays: String(rule.appealDays),
    kind: decision.kind,
    size: String(decision.size ?? 3),
    quorum: String(decision.quorum ?? 2),
    majority: decision.majority ?? 'simple',
    onRecusal: decision.onRecusal ?? 'replace',
    openCases: 'keep',
  };
}

/** The draft as the API takes it: requirements without the fields that their kind does not use. */
export function draftOf(values: RuleValues, rule: GradeRule): RuleDraft {
  const { kind, majority, onRecusal } = values;
  const appealDays = Number(values.appealDays);
  const panel = { size: Number(values.size), quorum: Number(values.quorum), majority, onRecusal };
  return {
    requirements: rule.requirements
      .filter(({ id }) => values.kept.includes(id))
      .map((requirement) => {
        const field = amountField(requirement);
        const changed = field ? { [field]: Number(values.amounts[requirement.id]) } : {};
        const used = Object.entries({ ...requirement, ...changed }).filter(([, value]) => value !== null);
        return Object.fromEntries(used);
      }),
    promisedDays: Number(values.promisedDays),
    decision: {
      kind,
      ...(kind === 'panel' && panel),
      ...(appealDays !== USUAL_APPEAL_DAYS && { appealDays }),
    },
  };
}

/** What holds where a rule names no days for an appeal. */
const USUAL_APPEAL_DAYS = 30;

import type { DecisionRule, Requirement } from '@himpun/groups';
import { plusDays, type Bilingual, type LocalDate, type Reason } from '@himpun/kernel';
import type { DecisionOutcome } from '../decision/decision-reasons';
import { wantsVotes } from '../decision/panel.policy';
import { followsApproval } from '../membership/admission.policy';
import type { RequirementFacts } from '../requirement/requirement-facts';
import { requirementResults } from '../requirement/requirements.policy';

/** What a group lets its bot do: data, in versions that never change. */
export interface BotRule {
  /** Approves where every requirement is met and no person is asked. */
  approves: boolean;
  /** Closes what was returned and not answered; null: never. */
  closes: {
    /** Days after the application was returned, 7 to 365; never before the day that was promised to the applicant. */
    afterDays: number;
    /** Days before that day on which the applicant is reminded, 1 to 60 and fewer than `afterDays`. */
    remindDays: number;
  } | null;
}

/** Everything off. */
export const IDLE: BotRule = { approves: false, closes: null };

/** Whether the bot does anything at all, and so needs powers. */
export function isActive({ approves, closes }: BotRule): boolean {
  return approves || closes !== null;
}

/** A case as far as a bot's approval goes. */
export interface BotCase {
  state: string;
  assignedTo: string | null;
  appealId: string | null;
  conflictedIds: readonly string[];
  decision: DecisionRule;
  requirements: readonly Requirement[];
  facts: RequirementFacts;
}

/** Where a person is asked. */
export type BotBar =
  | 'switched_off'
  | 'not_open'
  | 'votes'
  | 'appeal'
  | 'conflict'
  | 'assigned'
  | 'disclosure'
  | 'nothing_asked'
  | 'requirements';

/**
 * Why the bot leaves a case to people; empty where it may approve. Everything has to be met by what sources, members and
 * the applicant said; a waiver, a conflict, a disclosure, votes, an appeal or an officer on the case are a person's matter.
 */
export function approvalBars(rule: BotRule, one: BotCase, today: LocalDate): BotBar[] {
  const asked = one.requirements.filter((requirement) => !followsApproval(requirement));
  const results = requirementResults(asked, one.facts, today);
  const isDisclosed = Object.values(one.facts.disclosures ?? {}).some(({ needsPerson }) => needsPerson);
  return [
    ...(rule.approves ? [] : ['switched_off' as const]),
    ...(one.state === 'submitted' ? [] : ['not_open' as const]),
    ...(wantsVotes(one.decision) ? ['votes' as const] : []),
    ...(one.appealId === null ? [] : ['appeal' as const]),
    ...(one.conflictedIds.length === 0 ? [] : ['conflict' as const]),
    ...(one.assignedTo === null ? [] : ['assigned' as const]),
    ...(isDisclosed ? ['disclosure' as const] : []),
    ...(asked.length > 0 ? [] : ['nothing_asked' as const]),
    ...(results.every(({ result }) => result === 'met') ? [] : ['requirements' as const]),
  ];
}

/** An application that waits for its applicant. */
export interface UnansweredReturn {
  returnedOn: LocalDate;
  /** The last day that was named to the applicant; null in what was asked before days were named. */
  answerBy: LocalDate | null;
}

/** The last day on which an answer still keeps the application open; null where nothing closes it. */
export function lastDay({ closes }: BotRule, { returnedOn, answerBy }: UnansweredReturn): LocalDate | null {
  if (!closes) return null;
  const byRule = plusDays(returnedOn, closes.afterDays);
  return answerBy !== null && answerBy > byRule ? answerBy : byRule;
}

/** What is due about a returned application today: to remind of its last day, to close it after, or nothing. */
export function dueOn(
  rule: BotRule,
  returned: UnansweredReturn,
  today: LocalDate,
): 'remind' | 'close' | null {
  const last = lastDay(rule, returned);
  if (!rule.closes || last === null) return null;
  if (today > last) return 'close';
  return today >= plusDays(last, -rule.closes.remindDays) ? 'remind' : null;
}

/** A bot's decision as it is stored. */
export interface BotsDecision {
  outcome: DecisionOutcome;
  decidedOn: LocalDate;
  facts: RequirementFacts;
  requirements: readonly Requirement[];
  decision: DecisionRule;
}

/** Whether the stored rule of the bot leads from the stored facts to what it decided. */
export function botMayHaveDecided(rule: BotRule, stored: BotsDecision): boolean {
  const { facts, decidedOn } = stored;
  if (stored.outcome === 'rejected') {
    return facts.correction !== undefined && dueOn(rule, facts.correction, decidedOn) === 'close';
  }
  const one = { ...stored, state: 'submitted', assignedTo: null, appealId: null, conflictedIds: [] };
  return approvalBars(rule, one, decidedOn).length === 0;
}

/** What is wrong with a rule that somebody wants to publish. */
export function botRuleFaults({ closes }: BotRule): Reason[] {
  if (!closes) return [];
  return [
    ...(isWhole(closes.afterDays, 7, 365) ? [] : [fault('afterDays', AFTER)]),
    ...(isWhole(closes.remindDays, 1, 60) && closes.remindDays < closes.afterDays
      ? []
      : [fault('remindDays', REMIND)]),
  ];
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

function fault(field: string, text: Bilingual): Reason {
  return { code: 'bot_rule', field, text };
}

const AFTER = { id: 'Isi 7 sampai 365 hari.', en: 'Enter 7 to 365 days.' };
const REMIND = {
  id: 'Isi 1 sampai 60 hari, dan kurang dari hari penutupan.',
  en: 'Enter 1 to 60 days, and fewer than the days until closing.',
};

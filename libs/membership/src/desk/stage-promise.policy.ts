import { plusDays, type LocalDate } from '@himpun/kernel';
import { isWorkday, plusWorkingDays, type Holidays } from '../review/working-days.policy';

/** What a case goes through while its clock runs, in order. */
export const PROMISED_STAGES = ['checking', 'judging', 'deciding'] as const;
export type PromisedStage = (typeof PROMISED_STAGES)[number];

/** Working days that a group gives to what comes before the decision; the rest of the rule's promise is the decision's. */
export interface StageDays {
  checking: number;
  judging: number;
}

/** Until when a stage is promised to be over. */
export interface StagePromise {
  stage: PromisedStage;
  /** `YYYY-MM-DD`. */
  dueOn: LocalDate;
}

/** Where a group says nothing: three and four tenths of the promise. */
export function usualStageDays(promisedDays: number): StageDays {
  return { checking: Math.floor(promisedDays * 0.3), judging: Math.floor(promisedDays * 0.4) };
}

/**
 * The last day of each stage, counted back from the day on which the case is due: a clock that stood has moved that day, and all
 * of them with it. A group that gives more to the first stages than the rule promises in all has them end with the last.
 */
export function stagePromises(
  dueOn: LocalDate,
  promisedDays: number,
  days: StageDays | null,
  holidays: Holidays,
): StagePromise[] {
  const { checking, judging } = days ?? usualStageDays(promisedDays);
  const afterJudging = Math.max(0, promisedDays - checking - judging);
  const afterChecking = Math.max(0, promisedDays - checking);
  return [
    { stage: 'checking', dueOn: lastDay(dueOn, afterChecking, holidays) },
    { stage: 'judging', dueOn: lastDay(dueOn, afterJudging, holidays) },
    { stage: 'deciding', dueOn },
  ];
}

/** Nobody is promised a Sunday: the last day on which somebody works. */
function lastDay(dueOn: LocalDate, daysBefore: number, holidays: Holidays): LocalDate {
  let day = plusWorkingDays(dueOn, -daysBefore, holidays);
  while (daysBefore > 0 && !isWorkday(day, holidays)) day = plusDays(day, -1);
  return day;
}

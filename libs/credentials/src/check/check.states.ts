import type { Transitions } from '@himpun/kernel';

/** Did it run: the first axis of a check. */
export type RunState = 'queued' | 'running' | EndedRun;

/**
 * How a run ended: `not_covered` the source keeps no records of this period, profession or country; `unavailable` it could not
 * be asked; `refused` it does not take the question. None of the last three says anything about the person.
 */
export type EndedRun = 'ran' | 'not_covered' | 'unavailable' | 'refused';

export type RunAct = 'take' | 'park' | 'answer' | 'give_up' | 'turn_away' | 'decline' | 'retry' | 'record';

/** `record` is a person's own look; `retry` asks the source once more; `park` waits until the source may be asked. */
export const RUN_TRANSITIONS: Transitions<RunState, RunAct> = {
  queued: { take: 'running' },
  running: {
    take: 'running',
    park: 'queued',
    answer: 'ran',
    give_up: 'unavailable',
    turn_away: 'refused',
    decline: 'not_covered',
  },
  ran: { retry: 'queued', record: 'ran' },
  unavailable: { retry: 'queued', record: 'ran' },
  refused: { retry: 'queued', record: 'ran' },
  not_covered: { retry: 'queued', record: 'ran' },
};

/** What the source says: the second axis. `not_found` says nothing about honesty: registers have gaps. */
export type CheckOutcome =
  'match' | 'partial' | 'mismatch' | 'not_found' | 'expired' | 'revoked' | 'suspended';

export const CHECK_OUTCOMES: readonly CheckOutcome[] = [
  'match',
  'partial',
  'mismatch',
  'not_found',
  'expired',
  'revoked',
  'suspended',
];

/** Who has to act: the third axis. `done`: a person has looked and decided. */
export type CheckAction = 'none' | 'needs_person' | 'done';

import type { Transitions } from '@himpun/kernel';

/** Did it run: the first axis of a check. `not_covered`: no source can say, so a person looks. */
export type RunState = 'queued' | 'running' | 'ran' | 'could_not_run' | 'not_covered';

export type RunAct = 'take' | 'answer' | 'give_up' | 'decline' | 'retry' | 'record';

/** `record` is a person's own look; `retry` asks the source once more. */
export const RUN_TRANSITIONS: Transitions<RunState, RunAct> = {
  queued: { take: 'running' },
  running: { take: 'running', answer: 'ran', give_up: 'could_not_run', decline: 'not_covered' },
  ran: { retry: 'queued', record: 'ran' },
  could_not_run: { retry: 'queued', record: 'ran' },
  not_covered: { retry: 'queued', record: 'ran' },
};

/** What the source says: the second axis. `not_found` says nothing about honesty: registers have gaps. */
export type CheckOutcome = 'match' | 'partial' | 'mismatch' | 'not_found' | 'expired' | 'revoked';

export const CHECK_OUTCOMES: readonly CheckOutcome[] = [
  'match',
  'partial',
  'mismatch',
  'not_found',
  'expired',
  'revoked',
];

/** Who has to act: the third axis. `done`: a person has looked and decided. */
export type CheckAction = 'none' | 'needs_person' | 'done';

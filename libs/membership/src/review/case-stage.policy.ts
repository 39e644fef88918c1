import type { ApplicationState } from '../application/application.states';

/** Where an open case stands: with its applicant, with the sources, before a person's look at a check, ready to be decided. */
export type CaseStage = 'correction' | 'checking' | 'judging' | 'deciding';

/** The stage of an open case. */
export function stageOf(line: {
  state: ApplicationState;
  waitingOn: 'applicant' | 'source' | 'officer';
  /** Checks that wait for a person. */
  needsPerson: number;
}): CaseStage {
  if (line.state === 'returned') return 'correction';
  if (line.waitingOn === 'source') return 'checking';
  return line.needsPerson > 0 ? 'judging' : 'deciding';
}

import type { ApplicationState } from './application.states';

/** Where an application is, in the applicant's eyes. */
export type ApplicationStage = 'draft' | 'checking' | 'review' | 'correction' | 'acknowledgement' | 'ended';

export type WaitingOn = 'applicant' | 'system' | 'group' | 'nobody';

/** The stage, and whose turn it is; `openChecks` counts checks that still run by themselves. */
export function stageOf(
  state: ApplicationState,
  openChecks: number,
): { stage: ApplicationStage; waitingOn: WaitingOn } {
  switch (state) {
    case 'draft':
      return { stage: 'draft', waitingOn: 'applicant' };
    case 'submitted':
      return openChecks > 0
        ? { stage: 'checking', waitingOn: 'system' }
        : { stage: 'review', waitingOn: 'group' };
    case 'returned':
      return { stage: 'correction', waitingOn: 'applicant' };
    case 'approved':
      return { stage: 'acknowledgement', waitingOn: 'applicant' };
    case 'rejected':
    case 'withdrawn':
    case 'admitted':
      return { stage: 'ended', waitingOn: 'nobody' };
  }
}

import { SealTrail } from './audit/seal-trail.task';
import { RemindOfExpiry } from './credentials/remind-of-expiry.task';
import { RepeatChecks } from './credentials/repeat-checks.task';
import { ResumeChecks } from './credentials/resume-checks.task';
import { EraseLists } from './credentials/erase-lists.task';
import { ResumeLists } from './credentials/resume-lists.task';
import { SweepAnswers } from './credentials/sweep-answers.task';
import { KeepUpAttestations } from './credentials/attestation-deadlines.task';
import { EscalateCases } from './membership/escalate-cases.task';
import { EraseEvidence } from './membership/erase-evidence.task';
import { SweepFiles } from './files/sweep-files.task';
import { AskAcknowledgements } from './membership/ask-acknowledgements.task';
import { FindDuplicates } from './people/find-duplicates.task';
import { KeepUpBots } from './membership/keep-up-bots.task';
import { KeepUpSponsors } from './membership/sponsor-deadlines.task';
import { PurgeOutbox } from './outbox/purge-outbox.task';
import type { Schedule } from './queue/choreography';

/**
 * Everything that recurs. Each firing runs once, however many workers there are; a task finds out by itself what is due, as
 * it may run late (no worker was up) or twice. To add one: a class `apps/worker/src/<domain>/<act>.task.ts` that extends
 * ScheduledTask and calls one verb, and a line here. Hours are those of Jakarta.
 */
export const SCHEDULES: readonly Schedule[] = [
  { name: 'audit.seal', every: 3_000, queue: 'schedules', task: SealTrail },
  { name: 'attestations.keep-up', every: 600_000, queue: 'schedules', task: KeepUpAttestations },
  { name: 'evidence.retention', cron: '50 1 * * *', queue: 'schedules', task: EraseEvidence },
  { name: 'files.sweep', cron: '20 2 * * *', queue: 'schedules', task: SweepFiles },
  { name: 'outbox.purge', cron: '40 2 * * *', queue: 'schedules', task: PurgeOutbox },
  { name: 'checks.resume', every: 5_000, queue: 'schedules', task: ResumeChecks },
  { name: 'lists.resume', every: 5_000, queue: 'schedules', task: ResumeLists },
  { name: 'lists.retention', cron: '10 2 * * *', queue: 'schedules', task: EraseLists },
  { name: 'people.duplicates', every: 5_000, queue: 'schedules', task: FindDuplicates },
  { name: 'checks.repeat', every: 10_000, queue: 'schedules', task: RepeatChecks },
  { name: 'credentials.expiry', cron: '*/15 * * * *', queue: 'schedules', task: RemindOfExpiry },
  { name: 'acknowledgements.ask', cron: '*/5 * * * *', queue: 'schedules', task: AskAcknowledgements },
  { name: 'cases.escalate', every: 300_000, queue: 'schedules', task: EscalateCases },
  { name: 'bots.keep-up', every: 15_000, queue: 'schedules', task: KeepUpBots },
  { name: 'sponsors.keep-up', every: 600_000, queue: 'schedules', task: KeepUpSponsors },
  { name: 'answers.sweep', cron: '40 * * * *', queue: 'schedules', task: SweepAnswers },
];

/**
 * The whole choreography on one page: which queues there are, which of them hears which event, and who works on them.
 *
 * To let something happen after an event that a room announces (`Outbox.announce(tx, 'room.thing_happened', { thingId })`):
 * 1. Write `apps/worker/src/<domain>/<noun>.processor.ts`:
 *
 *      @Injectable()
 *      export class ThingProcessor extends QueueProcessor {
 *        readonly queues = ['things'];
 *        constructor(private readonly things: Things) { super(); }
 *        effect(message: RelayedMessage): Promise<void> {
 *          return this.things.settle(systemActor('things'), String(message.payload['thingId']));
 *        }
 *      }
 *
 *    One call of one verb. It must bear being run again for the same message: the verb does nothing when the record is
 *    already there, or writes under a unique key made of `message.id`. Throw to be tried again with growing pauses
 *    (`retryAfterMs` on the error asks for more), `FinalError` when trying again is useless.
 * 2. Here: its queue in QUEUES (limits of a source are data: `limiter`, `concurrency`, `timeout`, `attempts`), the event in
 *    SUBSCRIPTIONS (names, or a function of the payload), the class in PROCESSORS. One queue has one processor.
 * 3. The room's module in `worker.module.ts`, if it is not there yet.
 * 4. A row in `test/e2e/worker/twice.spec.ts`, which delivers every event twice.
 */
import { CertificateSigningProcessor } from './certificates/certificate-signing.processor';
import { checkQueueOf, ISSUER_ATTESTATION } from '@himpun/credentials';
import { AttestationProcessor, AttestationRuleProcessor } from './credentials/attestation.processor';
import { CHECK_QUEUES, CheckProcessor } from './credentials/check.processor';
import { RegisterIntakeProcessor } from './credentials/register-intake.processor';
import { VerificationListProcessor } from './credentials/verification-list.processor';
import { AccountMailProcessor } from './notifications/account-mail.processor';
import { AttestationMailProcessor } from './notifications/attestation-mail.processor';
import { EscalationMailProcessor } from './notifications/escalation-mail.processor';
import { MembershipMailProcessor } from './notifications/membership-mail.processor';
import { OfficeMailProcessor } from './notifications/office-mail.processor';
import { StandingProcessor } from './membership/standing.processor';
import { ProgrammeMailProcessor } from './notifications/programme-mail.processor';
import { SponsorMailProcessor } from './notifications/sponsor-mail.processor';
import { StandingMailProcessor } from './notifications/standing-mail.processor';
import { AttendanceCertificateProcessor } from './programmes/attendance-certificate.processor';
import { type Choreography, type QueueDefinition, type Subscription } from './queue/choreography';
import { SCHEDULES } from './schedules';

export const QUEUES: readonly QueueDefinition[] = [
  { name: 'schedules', concurrency: 4 },
  { name: 'account-mail', concurrency: 4 },
  { name: 'membership-mail' },
  { name: 'programme-mail' },
  { name: 'office-mail' },
  { name: 'escalation-mail' },
  { name: 'sponsor-mail' },
  { name: 'standing' },
  { name: 'standing-mail' },
  { name: 'certificates', concurrency: 2 },
  { name: 'attendance' },
  ...CHECK_QUEUES,
  { name: checkQueueOf(ISSUER_ATTESTATION) },
  { name: 'attestation-rules' },
  // Nobody asks an institution again by himself: its mails are tried for about two hours.
  { name: 'attestation-mail', attempts: 20 },
  { name: 'register-imports', concurrency: 1, timeout: 600_000 },
  // A turn is short; its last questions may wait for their source as long as any other.
  { name: 'verification-lists', concurrency: 8, timeout: 120_000 },
];

export const SUBSCRIPTIONS: Readonly<Record<string, Subscription>> = {
  'identity.confirmation_requested': ['account-mail'],
  'identity.reset_requested': ['account-mail'],
  'identity.registration_repeated': ['account-mail'],
  'identity.sign_ins_refused': ['account-mail'],
  'identity.password_changed': ['account-mail'],
  'membership.application_submitted': ['membership-mail', 'attestation-rules'],
  'membership.correction_requested': ['membership-mail'],
  'membership.correction_reminder_due': ['membership-mail'],
  'membership.application_approved': ['membership-mail'],
  'membership.application_rejected': ['membership-mail'],
  'membership.sponsor_asked': ['sponsor-mail'],
  'membership.sponsor_reminder_due': ['sponsor-mail'],
  'membership.sponsor_answered': ['sponsor-mail'],
  'membership.membership_began': ['membership-mail', 'standing'],
  'membership.acknowledgement_due': ['standing-mail'],
  'membership.standing_case_opened': ['standing-mail'],
  'membership.standing_case_settled': ['standing-mail'],
  'membership.cases_overdue': ['escalation-mail'],
  'programmes.registration_confirmed': ['programme-mail'],
  'programmes.registration_waitlisted': ['programme-mail'],
  'programmes.place_passed_on': ['programme-mail'],
  'programmes.activity_called_off': ['programme-mail'],
  'programmes.attendance_withdrawn': ['attendance'],
  'certificates.issued': ['programme-mail'],
  'certificates.replaced': ['attendance'],
  'governance.term_appointed': ['office-mail'],
  'certificates.issue_requested': ['certificates'],
  'credentials.check_requested': ({ source }) => [checkQueueOf(String(source))],
  'credentials.register_import_uploaded': ['register-imports'],
  'credentials.check_ended': ({ originType }) =>
    originType === 'recheck' || originType === 'renewal' ? ['standing'] : [],
  'credentials.renewal_presented': ['standing'],
  'credentials.renewal_confirmed': ['standing-mail'],
  'credentials.expiry_near': ['standing-mail'],
  'groups.standing_rule_published': ['standing'],
  'credentials.register_import_confirmed': ['register-imports'],
  'credentials.verification_list_due': ['verification-lists'],
  'credentials.attestation_asked': ['attestation-mail'],
  'credentials.attestation_reminder_due': ['attestation-mail'],
  'credentials.attestation_answered': ['attestation-mail'],
};

export const PROCESSORS: Choreography['processors'] = [
  AccountMailProcessor,
  MembershipMailProcessor,
  ProgrammeMailProcessor,
  OfficeMailProcessor,
  EscalationMailProcessor,
  SponsorMailProcessor,
  StandingMailProcessor,
  StandingProcessor,
  CertificateSigningProcessor,
  AttendanceCertificateProcessor,
  CheckProcessor,
  RegisterIntakeProcessor,
  VerificationListProcessor,
  AttestationProcessor,
  AttestationRuleProcessor,
  AttestationMailProcessor,
];

export const WORK: Choreography = {
  queues: QUEUES,
  subscriptions: SUBSCRIPTIONS,
  processors: PROCESSORS,
  schedules: SCHEDULES,
};

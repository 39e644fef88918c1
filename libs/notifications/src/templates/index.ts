import type { MailContent } from '../mail.policy';
import * as account from './account-mails';
import * as attestation from './attestation-mails';
import * as membership from './membership-mails';
import * as programme from './programme-mails';
import * as review from './review-mails';
import * as sponsor from './sponsor-mails';
import * as standing from './standing-mails';

const ALL = {
  confirm_email: account.confirmEmail,
  reset_password: account.resetPassword,
  password_changed: account.passwordChanged,
  registration_repeated: account.registrationRepeated,
  sign_ins_refused: account.signInsRefused,
  application_submitted: membership.applicationSubmitted,
  correction_requested: membership.correctionRequested,
  correction_reminder: membership.correctionReminder,
  application_decided: membership.applicationDecided,
  membership_began: membership.membershipBegan,
  term_appointed: membership.termAppointed,
  sponsor_asked: sponsor.sponsorAsked,
  sponsor_confirmed: sponsor.sponsorConfirmed,
  sponsor_unavailable: sponsor.sponsorUnavailable,
  registration_confirmed: programme.registrationConfirmed,
  registration_waitlisted: programme.registrationWaitlisted,
  place_promoted: programme.placePromoted,
  activity_called_off: programme.activityCalledOff,
  certificate_issued: programme.certificateIssued,
  attestation_asked: attestation.attestationAsked,
  attestation_reminder: attestation.attestationReminder,
  attestation_confirmed: attestation.attestationConfirmed,
  credential_expiring: standing.credentialExpiring,
  credential_renewed: standing.credentialRenewed,
  standing_case_opened: standing.standingCaseOpened,
  disclosure_received: standing.disclosureReceived,
  standing_case_settled: standing.standingCaseSettled,
  acknowledgement_due: standing.acknowledgementDue,
  cases_overdue: review.casesOverdue,
} as const;

export type TemplateName = keyof typeof ALL;

/** What each template has to be told. */
export type MailData = { [Name in TemplateName]: Parameters<(typeof ALL)[Name]>[0] };

/** Every mail there is; the name is what stands in `mail_deliveries.template`. */
export const TEMPLATES: { readonly [Name in TemplateName]: (data: MailData[Name]) => MailContent } = ALL;

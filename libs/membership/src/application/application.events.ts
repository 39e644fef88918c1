/** An application came in, for the first time or after a correction. */
export interface ApplicationSubmitted {
  type: 'membership.application_submitted';
  payload: { applicationId: string };
}

/** The applicant took it back. */
export interface ApplicationWithdrawn {
  type: 'membership.application_withdrawn';
  payload: { applicationId: string };
}

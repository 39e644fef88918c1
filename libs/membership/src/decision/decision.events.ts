/** An application was decided. */
export interface ApplicationDecided {
  type: 'membership.application_approved' | 'membership.application_rejected';
  payload: { applicationId: string; decisionId: string };
}

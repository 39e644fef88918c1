/** An application was sent back to the applicant with items to correct. */
export interface CorrectionRequested {
  type: 'membership.correction_requested';
  payload: { applicationId: string };
}

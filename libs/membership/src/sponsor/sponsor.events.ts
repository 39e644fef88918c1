/** A member was named as sponsor, or nobody was found under that name: the answer to the applicant is the same. */
export interface SponsorAsked {
  type: 'membership.sponsor_asked' | 'membership.sponsor_reminder_due';
  payload: { sponsorshipId: string };
}

/** A question to a sponsor has ended: confirmed, declined or out of time. */
export interface SponsorAnswered {
  type: 'membership.sponsor_answered';
  payload: { sponsorshipId: string; applicationId: string };
}

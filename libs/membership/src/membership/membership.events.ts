/** A person is a member from now on: approved, and the code acknowledged where the rules ask for it. */
export interface MembershipBegan {
  type: 'membership.membership_began';
  payload: { membershipId: string };
}

import { Injectable } from '@nestjs/common';
import { MembershipQueries } from '@himpun/membership';

/** Tells whether a person belongs. Asked only where an activity is for members. */
@Injectable()
export class MemberStanding {
  constructor(private readonly memberships: MembershipQueries) {}

  /** Whether the person is a member in good standing now in one of the groups. */
  async holds(personId: string, groupIds: readonly string[]): Promise<boolean> {
    const cards = await this.memberships.mine(personId);
    return cards.some((card) => card.standing.isGood && groupIds.includes(card.groupId));
  }
}

import { Injectable } from '@nestjs/common';
import { RenewalWatch, StandingWatch } from '@himpun/membership';
import type { RelayedMessage } from '@himpun/outbox';
import { QueueProcessor } from '../queue/queue-processor';

/** Watches what memberships rest on: from their first day, at each new answer, and by each new rule. */
@Injectable()
export class StandingProcessor extends QueueProcessor {
  readonly queues = ['standing'];

  constructor(
    private readonly watch: StandingWatch,
    private readonly renewals: RenewalWatch,
  ) {
    super();
  }

  effect({ type, payload }: RelayedMessage): Promise<void> {
    switch (type) {
      case 'membership.membership_began':
        return this.watch.begin(String(payload['membershipId']));
      case 'groups.standing_rule_published':
        return this.watch.replan(String(payload['groupId']));
      case 'credentials.renewal_presented':
        return this.renewals.weigh(String(payload['renewalId']));
      default:
        if (payload['originType'] === 'renewal') return this.renewals.weigh(String(payload['originId']));
        return this.watch.weigh(String(payload['checkId']));
    }
  }
}

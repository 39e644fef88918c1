import { Injectable } from '@nestjs/common';
import { StandingWatch } from '@himpun/membership';
import type { RelayedMessage } from '@himpun/outbox';
import { QueueProcessor } from '../queue/queue-processor';

/** Watches what memberships rest on: from their first day, at each new answer, and by each new rule. */
@Injectable()
export class StandingProcessor extends QueueProcessor {
  readonly queues = ['standing'];

  constructor(private readonly watch: StandingWatch) {
    super();
  }

  effect({ type, payload }: RelayedMessage): Promise<void> {
    switch (type) {
      case 'membership.membership_began':
        return this.watch.begin(String(payload['membershipId']));
      case 'groups.standing_rule_published':
        return this.watch.replan(String(payload['groupId']));
      default:
        return this.watch.weigh(String(payload['checkId']));
    }
  }
}

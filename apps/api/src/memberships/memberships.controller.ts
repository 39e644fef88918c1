import { Controller, Get } from '@nestjs/common';
import { Settings, type Actor } from '@himpun/kernel';
import { MembershipQueries } from '@himpun/membership';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { MembershipView } from './membership.view';

@Controller('memberships')
export class MembershipsController {
  constructor(
    private readonly queries: MembershipQueries,
    private readonly settings: Settings,
  ) {}

  /** One's own memberships with their cards, the newest first. */
  @Allow()
  @Get()
  async mine(@CurrentActor() actor: Actor): Promise<MembershipView[]> {
    const cards = actor.personId ? await this.queries.mine(actor.personId) : [];
    return cards.map((card) => MembershipView.of(card, this.settings.publicUrl));
  }
}

import { Controller, Get, Query } from '@nestjs/common';
import type { Actor } from '@himpun/kernel';
import { ActivityQueries, CreditQueries } from '@himpun/programmes';
import { Allow, Public } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { CreditsQuery } from './credit.dto';
import { CreditDomainView, CreditYearView } from './credit.view';

@Controller()
export class CreditsController {
  constructor(
    private readonly credits: CreditQueries,
    private readonly activities: ActivityQueries,
  ) {}

  /** The caller's credits of one calendar year: entries, sums per domain, and the way to the target. */
  @Allow()
  @Get('credits')
  mine(@CurrentActor() actor: Actor, @Query() query: CreditsQuery): Promise<CreditYearView> {
    return this.credits.yearOf(actor.personId ?? '', query.year ?? null);
  }

  /** The domains that credits count in. */
  @Public()
  @Get('credit-domains')
  domains(): Promise<CreditDomainView[]> {
    return this.activities.domains();
  }
}

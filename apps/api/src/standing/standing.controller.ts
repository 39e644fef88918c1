import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ExpiringCredentials } from '@himpun/credentials';
import type { Actor } from '@himpun/kernel';
import {
  AcknowledgementRoundQueries,
  SponsorshipQueries,
  StandingCaseQueries,
  StandingCases,
} from '@himpun/membership';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { ExpiringQuery, SettlementDto, StandingCasesQuery } from './standing.dto';
import {
  ExpiringCredentialView,
  ExpiringPageView,
  StandingCasePageView,
  StandingCaseView,
  MemberTaskView,
} from './standing.view';

@Controller()
export class StandingController {
  constructor(
    private readonly cases: StandingCases,
    private readonly queries: StandingCaseQueries,
    private readonly expiring: ExpiringCredentials,
    private readonly rounds: AcknowledgementRoundQueries,
    private readonly sponsorships: SponsorshipQueries,
  ) {}

  /** What re-checks found about members of the officer's groups; open ones by default, the oldest first. */
  @Allow('licences.check', 'applications.review', 'applications.decide')
  @Get('standing-cases')
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: StandingCasesQuery,
  ): Promise<StandingCasePageView> {
    const { state = 'open', proposal = null, q = '', page, pageSize } = query;
    const { items, total } = await this.queries.page(actor, { state, proposal, q, page, pageSize });
    return { items: items.map((line) => StandingCaseView.of(line)), total, page, pageSize };
  }

  /** Settles a case. Problems: standing_case.closed when somebody else did, standing_case.mismatch when the standing changed. */
  @Allow('applications.decide')
  @Post('standing-cases/:id/settlement')
  @HttpCode(204)
  async settle(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: SettlementDto,
  ): Promise<void> {
    await this.cases.settle(actor, id, body);
  }

  /** Members' credentials whose last day is near, or past; the nearest first, with the last reminder. */
  @Allow('licences.check', 'applications.review', 'applications.decide')
  @Get('expiring-credentials')
  async expiringOnes(@CurrentActor() actor: Actor, @Query() query: ExpiringQuery): Promise<ExpiringPageView> {
    const { within = null, kind = null, q = '', page, pageSize } = query;
    const { items, total } = await this.expiring.page(actor, { within, kind, q, page, pageSize });
    return { items: items.map((line) => ExpiringCredentialView.of(line)), total, page, pageSize };
  }

  /** What waits for the reader as a member: codes to acknowledge, applicants to vouch for, credentials that end, cases. */
  @Allow()
  @Get('tasks')
  async tasks(@CurrentActor() { personId }: Actor): Promise<MemberTaskView[]> {
    if (personId === null) return [];
    const [rounds, expiring, cases, sponsorships] = await Promise.all([
      this.rounds.mine(personId),
      this.expiring.mine(personId),
      this.queries.mine(personId),
      this.sponsorships.mine(personId),
    ]);
    return [
      ...rounds.map((round) => MemberTaskView.ofRound(round)),
      ...sponsorships
        .filter(({ state }) => state === 'asked')
        .map((line) => MemberTaskView.ofSponsorship(line)),
      ...cases.map((line) => MemberTaskView.ofCase(line)),
      ...expiring.map((line) => MemberTaskView.ofExpiry(line)),
    ];
  }
}

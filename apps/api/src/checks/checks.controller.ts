import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import {
  CheckQueries,
  CheckReviews,
  CheckSources,
  conflictRefusal,
  mayReviewCheck,
  type CheckLine,
} from '@himpun/credentials';
import { notFound, type Actor } from '@himpun/kernel';
import { ReviewConflicts } from '@himpun/membership';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { CheckReviewDto, ChecksQuery } from './check.dto';
import { CredentialCheckView } from './check.view';

@Controller('checks')
export class ChecksController {
  constructor(
    private readonly queries: CheckQueries,
    private readonly reviews: CheckReviews,
    private readonly sources: CheckSources,
    private readonly conflicts: ReviewConflicts,
  ) {}

  /** The checks of one application, for the applicant and for officers who judge it; empty for anybody else. */
  @Allow()
  @Get()
  async list(
    @CurrentActor() actor: Actor,
    @Query() { originType, originId }: ChecksQuery,
  ): Promise<CredentialCheckView[]> {
    const lines = await this.queries.ofOrigin(actor, originType, originId);
    const conflictedIds = lines.length > 0 ? await this.conflicts.of({ originType, originId }) : [];
    return lines.map((line) => this.view(actor, line, conflictedIds));
  }

  /** One check. */
  @Allow()
  @Get(':id')
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<CredentialCheckView> {
    const line = await this.queries.get(actor, id);
    if (!line) throw notFound('check');
    return this.view(actor, line, await this.conflicts.of(line));
  }

  /**
   * Confirms the source's outcome, overrides it, or records what a person found. Problems: check.in_progress,
   * check.forbidden (also for who declared a conflict of interest in the application).
   */
  @Allow('licences.check')
  @Post(':id/reviews')
  async review(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: CheckReviewDto,
  ): Promise<CredentialCheckView> {
    await this.reviews.review(actor, id, body, this.conflicts.inTransaction);
    return this.show(actor, id);
  }

  /** Asks the source once more. */
  @Allow('licences.check')
  @Post(':id/retries')
  @HttpCode(202)
  async retry(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<CredentialCheckView> {
    await this.reviews.retry(actor, id, this.conflicts.inTransaction);
    return this.show(actor, id);
  }

  private view(actor: Actor, line: CheckLine, conflictedIds: readonly string[]): CredentialCheckView {
    return CredentialCheckView.of(line, {
      officer: actor.personId !== line.personId,
      reviewer: mayReviewCheck(actor, line) && conflictRefusal(actor, conflictedIds) === null,
      sourceName: this.sources.named(line.source)?.name ?? A_PERSON,
    });
  }
}

const A_PERSON = { id: 'Pemeriksaan oleh petugas', en: 'A look by an officer' };

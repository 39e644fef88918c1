import { Controller, Get, Param, ParseUUIDPipe, Query, StreamableFile } from '@nestjs/common';
import { stringify } from 'csv-stringify/sync';
import { CodeChangesQueries } from '@himpun/ethics';
import type { Actor } from '@himpun/kernel';
import { AcknowledgementRoundQueries } from '@himpun/membership';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { MissingQuery } from './code-round.dto';
import { CodeChangesView, MissingMemberView, MissingPageView } from './code-round.view';

const COLUMNS = ['name', 'member_number', 'group', 'email', 'asked_at'] as const;

@Controller('codes/:codeId')
export class CodeRoundsController {
  constructor(
    private readonly changes: CodeChangesQueries,
    private readonly rounds: AcknowledgementRoundQueries,
  ) {}

  /** The edition beside the one that the reader acknowledged last, or else the one before. */
  @Allow()
  @Get('changes')
  async changed(
    @CurrentActor() actor: Actor,
    @Param('codeId', ParseUUIDPipe) codeId: string,
  ): Promise<CodeChangesView> {
    return this.changes.of(actor, codeId);
  }

  /** Members bound by the edition who have not acknowledged it, by name, and how many have. */
  @Allow('ethics.publish', 'members.read')
  @Get('missing')
  async missing(
    @CurrentActor() actor: Actor,
    @Param('codeId', ParseUUIDPipe) codeId: string,
    @Query() { q = '', page, pageSize }: MissingQuery,
  ): Promise<MissingPageView> {
    const [counts, { items, total }] = await Promise.all([
      this.rounds.counts(actor, codeId),
      this.rounds.missing(actor, codeId, { q, limit: pageSize, offset: (page - 1) * pageSize }),
    ]);
    return { counts, items: items.map((line) => MissingMemberView.of(line)), total, page, pageSize };
  }

  /** The same as a table, whole; UTF-8 with byte order mark, cells that look like formulas made text. */
  @Allow('ethics.publish', 'members.read')
  @Get('missing.csv')
  async table(
    @CurrentActor() actor: Actor,
    @Param('codeId', ParseUUIDPipe) codeId: string,
  ): Promise<StreamableFile> {
    const { items } = await this.rounds.missing(actor, codeId, { q: '', limit: null, offset: 0 });
    const rows = items.map((line) => [
      ...[line.fullName, line.number, line.groupNameId, line.email ?? ''],
      line.askedAt?.toISOString() ?? '',
    ]);
    const text = stringify(rows, { header: true, columns: [...COLUMNS], bom: true, escape_formulas: true });
    return new StreamableFile(Buffer.from(text), {
      type: 'text/csv; charset=utf-8',
      disposition: 'attachment; filename="missing-acknowledgements.csv"',
    });
  }
}

import { Controller, Get, Param, ParseUUIDPipe, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { RegisterChangeQueries, RegisterQueries } from '@himpun/credentials';
import type { Actor } from '@himpun/kernel';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { changesCsv, problemsCsv } from './register-tables';
import { TableQuery } from './register.dto';

/** What a dry run found, as files. */
@Controller('registers/:id/imports/:importId')
export class RegisterTablesController {
  constructor(
    private readonly queries: RegisterQueries,
    private readonly changes: RegisterChangeQueries,
  ) {}

  /** All faults with row and column, at most 100,000. */
  @Allow('registers.import')
  @Get('problems.csv')
  @ApiOkResponse({ content: { 'text/csv': {} } })
  async problems(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('importId', ParseUUIDPipe) importId: string,
    @Query() { language }: TableQuery,
  ): Promise<StreamableFile> {
    const { number } = await this.queries.import(actor, id, importId);
    const table = problemsCsv(this.queries.allProblems(actor, id, importId), language);
    return csvFile(table, `problems-${number}.csv`);
  }

  /** All changes against the version before. */
  @Allow('registers.import')
  @Get('changes.csv')
  @ApiOkResponse({ content: { 'text/csv': {} } })
  async changed(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('importId', ParseUUIDPipe) importId: string,
  ): Promise<StreamableFile> {
    const { number } = await this.queries.import(actor, id, importId);
    return csvFile(changesCsv(this.changes.all(actor, id, importId)), `changes-${number}.csv`);
  }
}

const csvFile = (table: ReturnType<typeof changesCsv>, name: string): StreamableFile =>
  new StreamableFile(table, {
    type: 'text/csv; charset=utf-8',
    disposition: `attachment; filename="${name}"`,
  });

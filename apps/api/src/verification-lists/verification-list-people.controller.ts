import { Controller, Get, Param, ParseUUIDPipe, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { CheckSources, VerificationListQueries } from '@himpun/credentials';
import type { Actor } from '@himpun/kernel';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { problemsCsv } from '../registers/register-tables';
import { TableQuery } from '../registers/register.dto';
import { sourceNames } from './source-names';
import { ListExportQuery, ListRowsQuery } from './verification-list.dto';
import { peopleCsv } from './verification-list-table';
import { ListPeoplePageView, ListPersonView } from './verification-list.view';

/** The people of a list and what came out. Each look is put on record. */
@Controller('verification-lists/:id')
export class VerificationListPeopleController {
  constructor(
    private readonly queries: VerificationListQueries,
    private readonly sources: CheckSources,
  ) {}

  @Allow('licences.check')
  @Get('rows')
  async page(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { result, text, page, pageSize }: ListRowsQuery,
  ): Promise<ListPeoplePageView> {
    const search = { result: result ?? null, text: text?.trim() || null, page, pageSize };
    const { items, total } = await this.queries.rows(actor, id, search);
    const nameOf = sourceNames(this.sources);
    return { items: items.map((person) => ListPersonView.from(person, nameOf)), total, page, pageSize };
  }

  /** One person, with all that was asked and answered. */
  @Allow('licences.check')
  @Get('rows/:rowId')
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('rowId', ParseUUIDPipe) rowId: string,
  ): Promise<ListPersonView> {
    return ListPersonView.from(await this.queries.row(actor, id, rowId), sourceNames(this.sources));
  }

  /** Everybody with result and reasons, as in the file's order. */
  @Allow('licences.check')
  @Get('results.csv')
  @ApiOkResponse({ content: { 'text/csv': {} } })
  async results(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { language, result }: ListExportQuery,
  ): Promise<StreamableFile> {
    await this.queries.get(actor, id);
    const people = this.queries.all(actor, id, result ?? null);
    return csvFile(peopleCsv(people, { language, nameOf: sourceNames(this.sources) }), `results-${id}.csv`);
  }

  /** All faults of the file with row and column, at most 5,000. */
  @Allow('licences.check')
  @Get('problems.csv')
  @ApiOkResponse({ content: { 'text/csv': {} } })
  async problems(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { language }: TableQuery,
  ): Promise<StreamableFile> {
    await this.queries.get(actor, id);
    return csvFile(problemsCsv(this.queries.allProblems(actor, id), language), `problems-${id}.csv`);
  }
}

const csvFile = (table: ReturnType<typeof problemsCsv>, name: string): StreamableFile =>
  new StreamableFile(table, {
    type: 'text/csv; charset=utf-8',
    disposition: `attachment; filename="${name}"`,
  });

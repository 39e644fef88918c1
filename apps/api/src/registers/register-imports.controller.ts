import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import {
  RegisterChangeQueries,
  RegisterImports,
  RegisterQueries,
  RegisterRollbacks,
  type ColumnMapping,
} from '@himpun/credentials';
import type { Actor } from '@himpun/kernel';
import type { FastifyRequest } from 'fastify';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { oneFile } from '../http/one-file';
import { readMapping } from './mapping-field';
import { RegisterChangesPageView, RegisterChangeView } from './register-change.view';
import { RegisterImportDetailView, RegisterImportView } from './register-import.view';
import {
  ChangesQuery,
  RegisterConfirmationDto,
  RegisterMappingDto,
  RegisterRollbackDto,
} from './register.dto';

const LARGEST = 200 * 1024 * 1024;

@Controller('registers/:id/imports')
export class RegisterImportsController {
  constructor(
    private readonly imports: RegisterImports,
    private readonly rollbacks: RegisterRollbacks,
    private readonly queries: RegisterQueries,
    private readonly changed: RegisterChangeQueries,
  ) {}

  /** All versions and proposals, newest first. */
  @Allow('registers.import')
  @Get()
  async versions(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<RegisterImportView[]> {
    return (await this.queries.imports(actor, id)).map((line) => RegisterImportView.of(line));
  }

  /**
   * Reads a CSV or XLSX file as it would be taken in, and reports every fault with row and column; nothing counts yet. Large
   * files are read by a worker (`reading`). Fields: `mapping` (JSON, column → heading, optional, before the file) and
   * `file`. The same file again answers with the same import.
   */
  @Allow('registers.import')
  @Post()
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      properties: { mapping: { type: 'string' }, file: { type: 'string', format: 'binary' } },
    },
  })
  async upload(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: FastifyRequest,
  ): Promise<RegisterImportDetailView> {
    const part = await oneFile(request, LARGEST);
    const mapping = readMapping(part.fields['mapping']);
    try {
      const upload = { fileName: part.filename || 'register.csv', stream: part.file, mapping };
      return await this.detail(actor, id, await this.imports.upload(actor, id, upload));
    } finally {
      part.file.resume();
    }
  }

  @Allow('registers.import')
  @Get(':importId')
  async detail(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('importId', ParseUUIDPipe) importId: string,
  ): Promise<RegisterImportDetailView> {
    return RegisterImportDetailView.of(await this.queries.import(actor, id, importId));
  }

  /** What it changes of whom, against the version before: new, then gone, then changed by number. */
  @Allow('registers.import')
  @Get(':importId/changes')
  async changes(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('importId', ParseUUIDPipe) importId: string,
    @Query() { kind, page, pageSize }: ChangesQuery,
  ): Promise<RegisterChangesPageView> {
    const { items, total } = await this.changed.page(actor, id, importId, {
      kind: kind ?? null,
      page,
      pageSize,
    });
    return { items: items.map((line) => RegisterChangeView.of(line)), total, page, pageSize };
  }

  /**
   * Reads a waiting file again with these columns, which the register remembers. Problems: register_import.closed.
   */
  @Allow('registers.import')
  @Put(':importId/mapping')
  async choose(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('importId', ParseUUIDPipe) importId: string,
    @Body() { columns, dates }: RegisterMappingDto,
  ): Promise<RegisterImportDetailView> {
    await this.imports.choose(actor, id, importId, { columns: { ...columns } as ColumnMapping, dates });
    return this.detail(actor, id, importId);
  }

  /**
   * Lets a checked file or rollback become the next version; a worker takes it in. Saying so twice changes nothing. Problems:
   * register_import.closed, register_import.in_progress, register_import.outdated_conflict, register_import.reason_invalid.
   */
  @Allow('registers.import')
  @Post(':importId/confirmation')
  @HttpCode(202)
  async confirm(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('importId', ParseUUIDPipe) importId: string,
    @Body() { reason }: RegisterConfirmationDto,
  ): Promise<RegisterImportDetailView> {
    await this.imports.confirm(actor, id, importId, reason ?? null);
    return this.detail(actor, id, importId);
  }

  /**
   * Works out what undoing this version changes, as a version that waits for its confirmation; what later files and hands have
   * written stays. Problems: register_rollback.closed, register_rollback.first_conflict,
   * register_rollback.undone_conflict, register_import.in_progress.
   */
  @Allow('registers.import')
  @Post(':importId/rollbacks')
  async undo(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('importId', ParseUUIDPipe) importId: string,
    @Body() { reason }: RegisterRollbackDto,
  ): Promise<RegisterImportDetailView> {
    return this.detail(actor, id, await this.rollbacks.propose(actor, id, importId, reason));
  }
}

import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { RegisterImports, RegisterQueries, Registers } from '@himpun/credentials';
import type { Actor } from '@himpun/kernel';
import type { FastifyRequest } from 'fastify';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { oneFile } from '../http/one-file';
import { readMapping } from './mapping-field';
import { NewRegisterDto } from './register.dto';
import { RegisterImportDetailView, RegisterImportView, RegisterView } from './register.view';

const LARGEST = 15 * 1024 * 1024;

@Controller('registers')
export class RegistersController {
  constructor(
    private readonly registers: Registers,
    private readonly imports: RegisterImports,
    private readonly queries: RegisterQueries,
  ) {}

  /** The registers the reader may import into. */
  @Allow('registers.import')
  @Get()
  async list(@CurrentActor() actor: Actor): Promise<RegisterView[]> {
    return (await this.queries.mine(actor)).map((line) => RegisterView.of(line));
  }

  /** Opens an empty register. Problems: register.taken. */
  @Allow('registers.import')
  @Post()
  async open(@CurrentActor() actor: Actor, @Body() body: NewRegisterDto): Promise<RegisterView> {
    return this.show(actor, await this.registers.open(actor, body));
  }

  @Allow('registers.import')
  @Get(':id')
  async show(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<RegisterView> {
    return RegisterView.of(await this.queries.get(actor, id));
  }

  /** Its imports, newest first. */
  @Allow('registers.import')
  @Get(':id/imports')
  async versions(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<RegisterImportView[]> {
    return (await this.queries.imports(actor, id)).map((line) => RegisterImportView.of(line));
  }

  /**
   * Reads a CSV file as the import would, and reports every fault with row and column; nothing counts yet. Fields: `mapping`
   * (JSON, column → heading, optional, before the file) and `file`. The same file again answers with the same import.
   */
  @Allow('registers.import')
  @Post(':id/imports')
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
  @Get(':id/imports/:importId')
  async detail(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('importId', ParseUUIDPipe) importId: string,
  ): Promise<RegisterImportDetailView> {
    return RegisterImportDetailView.of(await this.queries.import(actor, id, importId));
  }

  /** Lets a checked file become the next version; a worker takes it in. Saying so twice changes nothing. */
  @Allow('registers.import')
  @Post(':id/imports/:importId/confirmation')
  @HttpCode(202)
  async confirm(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('importId', ParseUUIDPipe) importId: string,
  ): Promise<RegisterImportDetailView> {
    await this.imports.confirm(actor, id, importId);
    return this.detail(actor, id, importId);
  }
}

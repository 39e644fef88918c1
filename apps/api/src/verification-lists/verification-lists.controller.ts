import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
  Req,
} from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import {
  CheckSources,
  ListActs,
  VerificationListQueries,
  VerificationLists,
  type ListMapping,
} from '@himpun/credentials';
import type { Actor } from '@himpun/kernel';
import type { FastifyRequest } from 'fastify';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { oneFile } from '../http/one-file';
import { PageQuery } from '../http/page.dto';
import { newListFields } from './new-list-fields';
import { sourceNames } from './source-names';
import { ListMappingDto } from './verification-list.dto';
import {
  VerificationListDetailView,
  VerificationListsPageView,
  VerificationListView,
} from './verification-list.view';

const LARGEST = 10 * 1024 * 1024;

@Controller('verification-lists')
export class VerificationListsController {
  constructor(
    private readonly lists: VerificationLists,
    private readonly acts: ListActs,
    private readonly queries: VerificationListQueries,
    private readonly sources: CheckSources,
  ) {}

  /** The lists of the reader's groups and those below them, newest first. */
  @Allow('licences.check')
  @Get()
  async page(
    @CurrentActor() actor: Actor,
    @Query() { page, pageSize }: PageQuery,
  ): Promise<VerificationListsPageView> {
    const { items, total } = await this.queries.page(actor, { page, pageSize });
    return { items: items.map((line) => VerificationListView.of(line)), total, page, pageSize };
  }

  /**
   * Reads a CSV or XLSX file as a list of at most 20,000 people, reports every fault with row and column, and plans who is to
   * be asked; nobody is asked yet. Fields before the file: `groupId`, `name` (else as the file is called), and `authority` and `profession` for everybody
   * whose own are not given. Files with national ids are refused. Problems: group.not_found.
   */
  @Allow('licences.check')
  @Post()
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['groupId', 'file'],
      properties: {
        groupId: { type: 'string', format: 'uuid' },
        name: { type: 'string' },
        authority: { type: 'string' },
        profession: { type: 'string' },
        file: { type: 'string', format: 'binary' },
      },
    },
  })
  async upload(
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
  ): Promise<VerificationListDetailView> {
    const part = await oneFile(request, LARGEST);
    try {
      const { groupId, name, authority, profession } = await newListFields(part.fields);
      const fileName = part.filename || 'list.csv';
      const id = await this.lists.upload(actor, {
        ...{ groupId, name: filled(name) ?? nameOfFile(fileName), fileName, stream: part.file },
        ...{ authority: filled(authority), profession: filled(profession) },
      });
      return await this.show(actor, id);
    } finally {
      part.file.resume();
    }
  }

  /** One list: what its file held, who is asked, how far it is. */
  @Allow('licences.check')
  @Get(':id')
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<VerificationListDetailView> {
    return VerificationListDetailView.from(await this.queries.get(actor, id), sourceNames(this.sources));
  }

  /** Reads a waiting file again with these columns. Problems: verification_list.closed. */
  @Allow('licences.check')
  @Put(':id/mapping')
  async choose(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { columns, dates, authority, profession }: ListMappingDto,
  ): Promise<VerificationListDetailView> {
    await this.lists.choose(actor, id, {
      ...{ columns: { ...columns } as ListMapping, dates },
      ...{ authority: filled(authority), profession: filled(profession) },
    });
    return this.show(actor, id);
  }

  /**
   * Has the sources asked about everybody; a worker does it. Saying so twice changes nothing. Problems:
   * verification_list.closed, verification_list.outdated_conflict.
   */
  @Allow('licences.check')
  @Post(':id/confirmation')
  @HttpCode(202)
  async start(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<VerificationListDetailView> {
    await this.acts.start(actor, id);
    return this.show(actor, id);
  }

  /** Asks nobody any more; questions on their way come to their end. Problems: verification_list.closed. */
  @Allow('licences.check')
  @Post(':id/cancellation')
  @HttpCode(200)
  async cancel(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<VerificationListDetailView> {
    await this.acts.cancel(actor, id);
    return this.show(actor, id);
  }

  /** Goes on where it was stopped. Problems: verification_list.closed. */
  @Allow('licences.check')
  @Post(':id/resumption')
  @HttpCode(202)
  async resume(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<VerificationListDetailView> {
    await this.acts.resume(actor, id);
    return this.show(actor, id);
  }

  /** Of a finished list, asks again where a source had no answer. Problems: verification_list.closed. */
  @Allow('licences.check')
  @Post(':id/repetition')
  @HttpCode(202)
  async repeat(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<VerificationListDetailView> {
    await this.acts.repeat(actor, id);
    return this.show(actor, id);
  }

  /** Gives a list up that was never started. Problems: verification_list.closed. */
  @Allow('licences.check')
  @Delete(':id')
  @HttpCode(204)
  async discard(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.lists.discard(actor, id);
  }
}

/** A file's name without its ending. */
const nameOfFile = (fileName: string): string =>
  fileName.replace(/\.[^.]{1,5}$/, '').slice(0, 200) || fileName.slice(0, 200);

function filled(text: string | undefined): string | null {
  const said = text?.trim() ?? '';
  return said === '' ? null : said;
}

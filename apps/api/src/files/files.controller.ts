import {
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  Req,
  Res,
  StreamableFile,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces } from '@nestjs/swagger';
import { FileQueries, fileRefusals, Files } from '@himpun/files';
import type { Actor } from '@himpun/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { UploadQuery } from './file.dto';
import { attachmentHeaders, isViewable, viewHeaders } from './file-headers';
import { FileView } from './file.view';
import { uploadPart } from './upload-part';

@Controller('files')
export class FilesController {
  constructor(
    private readonly files: Files,
    private readonly queries: FileQueries,
  ) {}

  /** Uploads one file, field `file`. Problems: file.too_large, file.unsupported, file.password_protected, file.broken, … */
  @Allow()
  @Post()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } })
  async upload(
    @CurrentActor() actor: Actor,
    @Query() { purpose }: UploadQuery,
    @Req() request: FastifyRequest,
  ): Promise<FileView> {
    const part = await uploadPart(request, purpose);
    try {
      return FileView.of(
        await this.files.store(actor, {
          purpose,
          name: part.filename,
          declaredType: part.mimetype,
          stream: part.file,
        }),
      );
    } finally {
      // A refused upload is read to its end and thrown away, so that the sender gets to read the answer.
      part.file.resume();
    }
  }

  /** One's own uploads, newest first: to use one again in another section. */
  @Allow()
  @Get()
  async mine(@CurrentActor() actor: Actor): Promise<FileView[]> {
    return actor.personId
      ? (await this.queries.ofPerson(actor.personId)).map((file) => FileView.of(file))
      : [];
  }

  /** The file, to save. */
  @Allow()
  @Get(':id')
  @ApiProduces('application/octet-stream')
  async download(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { file, content } = await this.files.open(actor, id);
    void reply.headers(attachmentHeaders(file));
    return new StreamableFile(content, { type: file.mediaType });
  }

  /** Evidence, to look at inside our own pages. Problems: file.not_found, file.view_unsupported. */
  @Allow()
  @Get(':id/view')
  @ApiProduces('application/pdf', 'image/png', 'image/jpeg')
  async view(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { file, content } = await this.files.open(actor, id);
    if (!isViewable(file)) {
      content.destroy();
      throw fileRefusals.notViewable();
    }
    void reply.headers(viewHeaders(file));
    return new StreamableFile(content, { type: file.mediaType });
  }

  /** Deletes an own file that was not submitted yet. Problems: file.not_found, file.in_use_conflict. */
  @Allow()
  @Delete(':id')
  @HttpCode(204)
  async remove(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.files.remove(actor, id);
  }
}

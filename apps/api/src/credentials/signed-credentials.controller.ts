import { Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { CredentialQueries, SignedUploads } from '@himpun/credentials';
import type { Actor } from '@himpun/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { oneFile } from '../http/one-file';
import { CredentialView } from './credential.view';

const LARGEST = 10 * 1024 * 1024;

@Controller('credentials/:id/signed')
export class SignedCredentialsController {
  constructor(
    private readonly uploads: SignedUploads,
    private readonly queries: CredentialQueries,
  ) {}

  /**
   * Brings a signed credential: JSON, JWT, SD-JWT, a PNG or SVG with one baked in, or a signed PDF, field `file`. Answers with what it says.
   * Problems: credential_file.malformed, credential_file.unsupported, credential_file.too_large, credential.closed.
   */
  @Allow()
  @Post()
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } })
  async attach(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: FastifyRequest,
  ): Promise<CredentialView> {
    const { file } = await oneFile(request, LARGEST);
    const chunks: Buffer[] = [];
    for await (const chunk of file as AsyncIterable<Buffer>) chunks.push(chunk);
    await this.uploads.attach(actor, id, Buffer.concat(chunks));
    return CredentialView.of(await this.queries.get(actor, id));
  }

  /** Takes the signed credential off again; what it filled in stays. */
  @Allow()
  @Delete()
  async detach(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<CredentialView> {
    await this.uploads.detach(actor, id);
    return CredentialView.of(await this.queries.get(actor, id));
  }

  /** The signed credential as it was brought, to save. */
  @Allow()
  @Get()
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async download(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | Buffer> {
    const { text, container } = await this.queries.signedText(actor, id);
    const isPdf = container === 'pdf';
    const ending = isPdf ? 'pdf' : text.startsWith('{') || text.startsWith('[') ? 'json' : 'jwt';
    void reply
      .type('application/octet-stream')
      .header('Content-Disposition', `attachment; filename="credential.${ending}"`)
      .header('X-Content-Type-Options', 'nosniff');
    return isPdf ? Buffer.from(text, 'base64') : text;
  }
}

import { Controller, Get, Param, ParseUUIDPipe, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { CertificatePapers } from '@himpun/certificates';
import type { Actor, Language } from '@himpun/kernel';
import { Allow } from '../http/allow';
import { CurrentActor, CurrentLanguage } from '../http/current-actor';
import { PaperQuery } from './certificate.dto';

/** A certificate in the forms its holder takes away. */
@Controller('certificates/:id')
export class PapersController {
  constructor(private readonly papers: CertificatePapers) {}

  /** To print: A4, with the signed credential attached. */
  @Allow()
  @Get('pdf')
  @ApiOkResponse({ content: { 'application/pdf': {} } })
  async pdf(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: PaperQuery,
    @CurrentLanguage() asked: Language,
  ): Promise<StreamableFile> {
    const bytes = await this.papers.pdf(actor, id, query.language ?? asked);
    return file(bytes, 'application/pdf', 'certificate.pdf');
  }

  /** The signed Open Badges 3.0 credential. */
  @Allow()
  @Get('credential.json')
  @ApiOkResponse({ content: { 'application/vc': {} } })
  async credential(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StreamableFile> {
    const credential = await this.papers.credential(actor, id);
    return file(Buffer.from(JSON.stringify(credential, null, 2)), 'application/vc', 'credential.json');
  }

  /** The same as a VC-JWT. */
  @Allow()
  @Get('credential.jwt')
  @ApiOkResponse({ content: { 'application/jwt': {} } })
  async token(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    return file(Buffer.from(await this.papers.token(actor, id)), 'application/jwt', 'credential.jwt');
  }

  /** A PNG with the credential baked into it. */
  @Allow()
  @Get('badge.png')
  @ApiOkResponse({ content: { 'image/png': {} } })
  async png(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    return file(await this.papers.badge(actor, id, 'png'), 'image/png', 'badge.png');
  }

  /** An SVG with the credential baked into it. */
  @Allow()
  @Get('badge.svg')
  @ApiOkResponse({ content: { 'image/svg+xml': {} } })
  async svg(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    return file(await this.papers.badge(actor, id, 'svg'), 'image/svg+xml', 'badge.svg');
  }
}

function file(bytes: Buffer, type: string, name: string): StreamableFile {
  return new StreamableFile(bytes, { type, disposition: `attachment; filename="${name}"` });
}

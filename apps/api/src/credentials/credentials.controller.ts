import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Put,
} from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { CredentialQueries, Credentials, SignedUploads } from '@himpun/credentials';
import type { Actor } from '@himpun/kernel';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { IfMatch } from '../http/if-match';
import { ClaimDto, NewCredentialDto } from './credential.dto';
import { CredentialView } from './credential.view';

@Controller('credentials')
export class CredentialsController {
  constructor(
    private readonly credentials: Credentials,
    private readonly signed: SignedUploads,
    private readonly queries: CredentialQueries,
  ) {}

  /** One's own credentials. */
  @Allow()
  @Get()
  async mine(@CurrentActor() actor: Actor): Promise<CredentialView[]> {
    return (await this.queries.mine(actor)).map((line) => CredentialView.of(line));
  }

  /** Begins a credential, however unfinished. */
  @Allow()
  @Post()
  async claim(
    @CurrentActor() actor: Actor,
    @Body() { kind, ...claim }: NewCredentialDto,
  ): Promise<CredentialView> {
    return this.show(actor, await this.credentials.claim(actor, kind, claim));
  }

  /** One credential, for its owner and for officers it was presented to. */
  @Allow()
  @Get(':id')
  async show(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<CredentialView> {
    return CredentialView.of(await this.queries.get(actor, id));
  }

  /** Changes the parts named. Problems: credential.closed, credential.stale, credential.invalid. */
  @Allow()
  @Patch(':id')
  @ApiHeader({ name: 'If-Match', required: true, description: 'The version seen, in quotes: "3"' })
  async amend(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() change: ClaimDto,
  ): Promise<CredentialView> {
    await this.credentials.amend(actor, id, version, change);
    return this.show(actor, id);
  }

  /** Takes a draft out of use. */
  @Allow()
  @Delete(':id')
  @HttpCode(204)
  async withdraw(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.credentials.withdraw(actor, id);
  }

  /** Binds an own uploaded file to the credential; the digital signature of a PDF is taken note of, and checked with the rest. */
  @Allow()
  @Put(':id/evidence/:fileId')
  async attach(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('fileId', ParseUUIDPipe) fileId: string,
  ): Promise<CredentialView> {
    await this.credentials.attachEvidence(actor, id, fileId);
    await this.signed.recognise(actor, id, fileId);
    return this.show(actor, id);
  }

  /** Takes a file off the credential. */
  @Allow()
  @Delete(':id/evidence/:fileId')
  async detach(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('fileId', ParseUUIDPipe) fileId: string,
  ): Promise<CredentialView> {
    await this.credentials.detachEvidence(actor, id, fileId);
    return this.show(actor, id);
  }
}

import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { issuerDocument, IssuerKeys } from '@himpun/certificates';
import type { FastifyReply } from 'fastify';
import { Public } from '../http/allow';
import { forEveryone } from '../http/for-everyone';

/** What other people's verifiers ask for; its address and form are the standard's, not ours. */
@ApiExcludeController()
@Controller('.well-known')
export class DidController {
  constructor(private readonly keys: IssuerKeys) {}

  /** The issuer's document (did:web): every key that certificates were ever signed with. */
  @Public()
  @Get('did.json')
  async document(@Res() reply: FastifyReply): Promise<void> {
    const document = issuerDocument(this.keys.did, await this.keys.published());
    await forEveryone(reply).type('application/json; charset=utf-8').send(JSON.stringify(document));
  }
}

import { Controller, Get, Param, ParseUUIDPipe, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { StatusLists } from '@himpun/certificates';
import type { FastifyReply } from 'fastify';
import { Public } from '../http/allow';
import { forEveryone } from '../http/for-everyone';

@Controller('public/status-lists')
export class StatusListsController {
  constructor(private readonly lists: StatusLists) {}

  /** A signed list of revocation bits (Bitstring Status List 1.0), at most a minute old. */
  @Public()
  @Get(':id')
  @ApiOkResponse({ description: 'A signed BitstringStatusListCredential', content: { 'application/vc': {} } })
  async show(@Param('id', ParseUUIDPipe) id: string, @Res() reply: FastifyReply): Promise<void> {
    const list = JSON.stringify(await this.lists.signed(id));
    await forEveryone(reply).type('application/vc').send(list);
  }
}

import { Controller, Get, Query } from '@nestjs/common';
import { IssuedCertificates } from '@himpun/certificates';
import type { Actor } from '@himpun/kernel';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { IssuedCertificatesQuery } from './certificate.dto';
import { IssuedCertificateView, IssuedCertificatesPageView } from './certificate.view';

@Controller('issued-certificates')
export class IssuedCertificatesController {
  constructor(private readonly issued: IssuedCertificates) {}

  /** Certificates of the groups whose certificates the officer issues, newest first. */
  @Allow('certificates.issue')
  @Get()
  async search(
    @CurrentActor() actor: Actor,
    @Query() query: IssuedCertificatesQuery,
  ): Promise<IssuedCertificatesPageView> {
    const { q = '', state = null, kind = null, page, pageSize } = query;
    const { items, total } = await this.issued.search(actor, { q, state, kind, page, pageSize });
    return { items: items.map((line) => IssuedCertificateView.of(line)), total, page, pageSize };
  }
}

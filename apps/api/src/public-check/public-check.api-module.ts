import { Module } from '@nestjs/common';
import { CertificatesModule } from '@himpun/certificates';
import { DidController } from '../well-known/did.controller';
import { CheckLimits } from './check-limits';
import { PublicChecksController } from './checks.controller';
import { StatusListsController } from './status-lists.controller';

/** What strangers and their programs may ask without an account. */
@Module({
  imports: [CertificatesModule],
  controllers: [DidController, PublicChecksController, StatusListsController],
  providers: [CheckLimits],
})
export class PublicCheckApiModule {}

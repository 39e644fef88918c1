import { Module } from '@nestjs/common';
import { CertificatesModule } from '@himpun/certificates';
import { GroupsModule } from '@himpun/groups';
import { MembershipModule } from '@himpun/membership';
import { DidController } from '../well-known/did.controller';
import { CheckLimits } from './check-limits';
import { PublicChecksController } from './checks.controller';
import { PublicChecks } from './public-checks';
import { StatusListsController } from './status-lists.controller';

/** What strangers and their programs may ask without an account. */
@Module({
  imports: [CertificatesModule, GroupsModule, MembershipModule],
  controllers: [DidController, PublicChecksController, StatusListsController],
  providers: [CheckLimits, PublicChecks],
})
export class PublicCheckApiModule {}

import { Module } from '@nestjs/common';
import { CredentialsModule } from '@himpun/credentials';
import { GroupsModule } from '@himpun/groups';
import { MembershipModule } from '@himpun/membership';
import { ChecksController } from '../checks/checks.controller';
import { TrustedIssuersController } from '../issuers/trusted-issuers.controller';
import { RegisterImportsController } from '../registers/register-imports.controller';
import { RegisterTablesController } from '../registers/register-tables.controller';
import { RegistersController } from '../registers/registers.controller';
import { VerificationListPeopleController } from '../verification-lists/verification-list-people.controller';
import { VerificationListsController } from '../verification-lists/verification-lists.controller';
import { AttestationsController } from './attestations/attestations.controller';
import { InstitutionDomainsController } from './attestations/institution-domains.controller';
import { OpenAttestationController } from './attestations/open-attestation.controller';
import { VerificationsController } from './attestations/verifications.controller';
import { VerificationRulesController } from './attestations/verification-rules.controller';
import { CredentialsController } from './credentials.controller';
import { OwnCredentialsController } from './own-credentials.controller';
import { SignedCredentialsController } from './signed-credentials.controller';

@Module({
  imports: [CredentialsModule, GroupsModule, MembershipModule],
  controllers: [
    CredentialsController,
    SignedCredentialsController,
    OwnCredentialsController,
    ChecksController,
    RegistersController,
    RegisterImportsController,
    RegisterTablesController,
    TrustedIssuersController,
    AttestationsController,
    OpenAttestationController,
    InstitutionDomainsController,
    VerificationRulesController,
    VerificationsController,
    VerificationListsController,
    VerificationListPeopleController,
  ],
})
export class CredentialsApiModule {}

import { Module } from '@nestjs/common';
import { AuditModule } from '@himpun/audit';
import { DatabaseModule } from '@himpun/database';
import { GroupsModule } from '@himpun/groups';
import { IdentityModule } from '@himpun/identity';
import { KernelModule } from '@himpun/kernel';
import { NotificationsModule } from '@himpun/notifications';
import { OutboxModule } from '@himpun/outbox';
import { PeopleModule } from '@himpun/people';
import { VaultModule } from '@himpun/vault';
import { ApplicationsApiModule } from './applications/applications.api-module';
import { BotsApiModule } from './bots/bots.api-module';
import { DirectoryApiModule } from './directory/directory.api-module';
import { FilesApiModule } from './files/files.api-module';
import { CredentialsApiModule } from './credentials/credentials.api-module';
import { CertificatesApiModule } from './certificates/certificates.api-module';
import { GovernanceApiModule } from './governance/governance.api-module';
import { BrandingController } from './groups/branding.controller';
import { PeopleApiModule } from './people/people.api-module';
import { PublicCheckApiModule } from './public-check/public-check.api-module';
import { DemoApiModule } from './demo/demo.api-module';
import { DisclosuresApiModule } from './disclosures/disclosures.api-module';
import { EthicsApiModule } from './ethics/ethics.api-module';
import { MembershipsApiModule } from './memberships/memberships.api-module';
import { PrivacyApiModule } from './privacy/privacy.api-module';
import { ReviewApiModule } from './review/review.api-module';
import { RulesApiModule } from './rules/rules.api-module';
import { HttpModule } from './http/http.module';
import { IdentityApiModule } from './identity/identity.api-module';
import { OperationsApiModule } from './operations/operations.api-module';
import { ProgrammesApiModule } from './programmes/programmes.api-module';
import { SponsorsApiModule } from './sponsors/sponsors.api-module';
import { StandingApiModule } from './standing/standing.api-module';

/** The HTTP door: every room, and the controllers that translate for them. */
@Module({
  imports: [
    KernelModule,
    DatabaseModule,
    AuditModule,
    OutboxModule,
    VaultModule,
    NotificationsModule,
    IdentityModule,
    HttpModule,
    IdentityApiModule,
    DemoApiModule,
    OperationsApiModule,
    PeopleModule,
    GroupsModule,
    FilesApiModule,
    ApplicationsApiModule,
    GovernanceApiModule,
    DirectoryApiModule,
    CertificatesApiModule,
    CredentialsApiModule,
    PublicCheckApiModule,
    ProgrammesApiModule,
    EthicsApiModule,
    MembershipsApiModule,
    ReviewApiModule,
    RulesApiModule,
    BotsApiModule,
    DisclosuresApiModule,
    SponsorsApiModule,
    StandingApiModule,
    PrivacyApiModule,
    PeopleApiModule,
  ],
  controllers: [BrandingController],
})
export class AppModule {}

import { Module } from '@nestjs/common';
import { AuditModule } from '@himpun/audit';
import { DatabaseModule } from '@himpun/database';
import { GroupsModule } from '@himpun/groups';
import { IdentityModule } from '@himpun/identity';
import { KernelModule } from '@himpun/kernel';
import { OutboxModule } from '@himpun/outbox';
import { PeopleModule } from '@himpun/people';
import { DirectoryApiModule } from './directory/directory.api-module';
import { GovernanceApiModule } from './governance/governance.api-module';
import { BrandingController } from './groups/branding.controller';
import { DemoApiModule } from './demo/demo.api-module';
import { HttpModule } from './http/http.module';
import { IdentityApiModule } from './identity/identity.api-module';

/** The HTTP door: every room, and the controllers that translate for them. */
@Module({
  imports: [
    KernelModule,
    DatabaseModule,
    AuditModule,
    OutboxModule,
    IdentityModule,
    HttpModule,
    IdentityApiModule,
    DemoApiModule,
    PeopleModule,
    GroupsModule,
    GovernanceApiModule,
    DirectoryApiModule,
  ],
  controllers: [BrandingController],
})
export class AppModule {}

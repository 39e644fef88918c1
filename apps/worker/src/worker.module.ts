import { Module, type DynamicModule } from '@nestjs/common';
import { AuditModule } from '@himpun/audit';
import { CertificatesModule } from '@himpun/certificates';
import { CredentialsModule } from '@himpun/credentials';
import { DatabaseModule } from '@himpun/database';
import { GroupsModule } from '@himpun/groups';
import { GovernanceModule } from '@himpun/governance';
import { MembershipModule } from '@himpun/membership';
import { ProgrammesModule } from '@himpun/programmes';
import { IdentityModule } from '@himpun/identity';
import { KernelModule } from '@himpun/kernel';
import { NotificationsModule } from '@himpun/notifications';
import { OutboxModule } from '@himpun/outbox';
import { PeopleModule } from '@himpun/people';
import { VaultModule } from '@himpun/vault';
import { PaceModule } from './credentials/pace.module';
import type { Choreography } from './queue/choreography';
import { QueueModule } from './queue/queue.module';

/** The rooms whose verbs the processors and tasks call. */
const ROOMS = [
  PeopleModule,
  GroupsModule,
  CertificatesModule,
  CredentialsModule,
  GovernanceModule,
  MembershipModule,
  ProgrammesModule,
];

/** The queue's and the clock's door: every room, and what takes messages and schedules to them. */
@Module({})
export class WorkerModule {
  static for(choreography: Choreography): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        KernelModule,
        DatabaseModule,
        AuditModule,
        OutboxModule,
        VaultModule,
        NotificationsModule,
        IdentityModule,
        ...ROOMS,
        PaceModule,
        QueueModule.for(choreography),
      ],
      providers: [...choreography.processors, ...choreography.schedules.map(({ task }) => task)],
    };
  }
}

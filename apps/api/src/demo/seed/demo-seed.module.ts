import { Module } from '@nestjs/common';
import { CredentialsModule } from '@himpun/credentials';
import { EthicsModule } from '@himpun/ethics';
import { GovernanceModule } from '@himpun/governance';
import { GroupsModule } from '@himpun/groups';
import { PeopleModule } from '@himpun/people';
import { ProgrammesModule } from '@himpun/programmes';
import { AppModule } from '../../app.module';
import { ActivitiesOfTheDemo } from './activities-of-the-demo';
import { DemoSeed } from './demo.seed';
import { Founding } from './founding';
import { PeopleOfTheDemo } from './people-of-the-demo';
import { RegisterOfTheDemo } from './register-of-the-demo';

/** Only the `seed-demo` command builds this. */
@Module({
  imports: [
    AppModule,
    CredentialsModule,
    EthicsModule,
    GovernanceModule,
    GroupsModule,
    PeopleModule,
    ProgrammesModule,
  ],
  providers: [DemoSeed, Founding, PeopleOfTheDemo, RegisterOfTheDemo, ActivitiesOfTheDemo],
})
export class DemoSeedModule {}

import { Module } from '@nestjs/common';
import { PassportModule } from '@nestjs/passport';
import { GroupsModule } from '@himpun/groups';
import { PeopleModule } from '@himpun/people';
import { AccountsController } from './accounts.controller';
import { PasswordStrategy } from './password.strategy';
import { SessionController } from './session.controller';
import { SessionsController } from './sessions.controller';
import { SignIns } from './sign-ins';

@Module({
  imports: [PassportModule, PeopleModule, GroupsModule],
  controllers: [AccountsController, SessionController, SessionsController],
  providers: [SignIns, PasswordStrategy],
})
export class IdentityApiModule {}

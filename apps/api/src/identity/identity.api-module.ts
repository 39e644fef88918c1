import { Module } from '@nestjs/common';
import { PassportModule } from '@nestjs/passport';
import { GroupsModule } from '@himpun/groups';
import { PeopleModule } from '@himpun/people';
import { AccountController } from './account.controller';
import { AccountsController } from './accounts.controller';
import { MailRequests } from './mail-requests';
import { PasswordStrategy } from './password.strategy';
import { SessionController } from './session.controller';
import { SessionsController } from './sessions.controller';
import { SignInLimits } from './sign-in-limits';
import { SignIns } from './sign-ins';

@Module({
  imports: [PassportModule, PeopleModule, GroupsModule],
  controllers: [AccountController, AccountsController, SessionController, SessionsController],
  providers: [MailRequests, PasswordStrategy, SignInLimits, SignIns],
})
export class IdentityApiModule {}

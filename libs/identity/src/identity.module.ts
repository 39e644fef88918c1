import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PersonHoldings } from '@himpun/database';
import { AccessGrant } from './access-grant.entity';
import { AccessGrants } from './access-grants.service';
import { AccountContacts } from './account-contacts.queries';
import { AccountToken } from './account-token.entity';
import { Account } from './account.entity';
import { AccountRecovery } from './account-recovery.service';
import { AccountTokens } from './account-tokens.service';
import { Accounts } from './accounts.service';
import { Passwords } from './passwords';
import { Session } from './session.entity';
import { Sessions } from './sessions.service';
import { IDENTITY_HOLDINGS } from './identity.holdings';

/** Who may come in, and what they may do now. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Account, AccountToken, Session, AccessGrant])],
  providers: [AccessGrants, AccountContacts, AccountRecovery, Accounts, AccountTokens, Passwords, Sessions],
  exports: [AccessGrants, AccountContacts, AccountRecovery, Accounts, AccountTokens, Passwords, Sessions],
})
export class IdentityModule {
  constructor(holdings: PersonHoldings) {
    holdings.add(...IDENTITY_HOLDINGS);
  }
}

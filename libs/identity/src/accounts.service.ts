import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Sql, Transactions } from '@himpun/database';
import { Clock, newId, type Actor, type Language } from '@himpun/kernel';
import { Outbox } from '@himpun/outbox';
import type { EntityManager } from 'typeorm';
import { ownerActor } from './account-actor';
import { Account } from './account.entity';
import { normalEmail } from './email';
import { IDENTITY_EVENTS } from './identity.events';
import { Passwords } from './passwords';

/** An account to be opened for a person who has just been entered. */
export interface NewAccount {
  personId: string;
  fullName: string;
  email: string;
  passwordHash: string;
  language: Language;
  /** The text of terms that the person agreed to; kept in the trail. */
  termsVersion?: string;
}

/** An account without its secrets. */
export interface AccountSummary {
  id: string;
  personId: string;
  email: string;
  language: Language;
  emailConfirmed: boolean;
}

const SUMMARY = `id, person_id AS "personId", email, language, email_confirmed_at IS NOT NULL AS "emailConfirmed"`;

/** Accounts: opened, found, and known by their password. */
@Injectable()
export class Accounts {
  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly passwords: Passwords,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
  ) {}

  /** Opens an account and asks for its confirmation; joins the caller's transaction. Fails on `accounts_email_unique`. */
  async open(tx: EntityManager, account: NewAccount): Promise<string> {
    const { fullName, termsVersion, ...columns } = account;
    const id = newId();
    await tx.insert(Account, {
      ...columns,
      id,
      createdAt: this.clock.now(),
      email: normalEmail(account.email),
    });
    await this.audit.record(tx, ownerActor({ ...account, id, label: fullName }), {
      action: 'account.opened',
      subjectType: 'account',
      subjectId: id,
      ...(termsVersion && { details: { termsVersion } }),
    });
    await this.outbox.announce(tx, IDENTITY_EVENTS.confirmationRequested, { accountId: id });
    return id;
  }

  /** The id of the account with this address, or null. */
  async idOf(tx: EntityManager, email: string): Promise<string | null> {
    const rows: { id: string }[] = await tx.query('SELECT id FROM accounts WHERE email = $1', [
      normalEmail(email),
    ]);
    return rows[0]?.id ?? null;
  }

  /** Tells the owner that somebody signed up with their address again; joins the caller's transaction. */
  async noteRepeatedRegistration(tx: EntityManager, accountId: string): Promise<void> {
    await this.outbox.announce(tx, IDENTITY_EVENTS.registrationRepeated, { accountId });
  }

  /**
   * The account with this address and password, or null. Takes as long for an unknown address as for a wrong password.
   * An account that is not confirmed yet is returned too: what it may do is the caller's decision.
   */
  async withPassword(email: string, password: string): Promise<AccountSummary | null> {
    const row = await this.sql.row<AccountSummary & { passwordHash: string | null }>(
      `SELECT ${SUMMARY}, password_hash AS "passwordHash" FROM accounts WHERE email = $1 AND disabled_at IS NULL`,
      [normalEmail(email)],
    );
    if (!(await this.passwords.matches(row?.passwordHash ?? null, password)) || !row) return null;
    const { passwordHash: _secret, ...summary } = row;
    return summary;
  }

  /** An account that is known to exist. */
  async summary(accountId: string): Promise<AccountSummary> {
    const row = await this.sql.row<AccountSummary & Record<string, unknown>>(
      `SELECT ${SUMMARY} FROM accounts WHERE id = $1`,
      [accountId],
    );
    if (!row) throw new Error(`account ${accountId} is gone`);
    return row;
  }

  /** Tells the owner, where the address has one, that somebody keeps trying passwords. */
  async tellOfRefusals(email: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const id = await this.idOf(tx, email);
      if (id) await this.outbox.announce(tx, IDENTITY_EVENTS.signInsRefused, { accountId: id });
    });
  }

  /** The language of mail from now on. */
  async chooseLanguage(actor: Actor, language: Language): Promise<void> {
    await this.transactions.run(async (tx) => {
      await tx.query('UPDATE accounts SET language = $2, version = version + 1 WHERE id = $1', [
        actor.accountId,
        language,
      ]);
      await this.audit.record(tx, actor, {
        action: 'account.language_chosen',
        subjectType: 'account',
        subjectId: actor.accountId,
        details: { language },
      });
    });
  }
}

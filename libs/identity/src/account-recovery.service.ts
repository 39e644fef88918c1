import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Transactions } from '@himpun/database';
import { Clock, DomainError, type Actor, type Language, type Reason } from '@himpun/kernel';
import { Outbox } from '@himpun/outbox';
import type { EntityManager } from 'typeorm';
import { ownerActor } from './account-actor';
import { AccountTokens } from './account-tokens.service';
import { normalEmail } from './email';
import { IDENTITY_EVENTS } from './identity.events';
import { passwordFaults } from './password.policy';
import { Passwords } from './passwords';
import { Sessions } from './sessions.service';

interface Owner {
  id: string;
  personId: string;
  email: string;
  label: string;
  language: Language;
}

/** Getting in by mail links, and changing the password. Asking for a link tells nobody whether the address is known. */
@Injectable()
export class AccountRecovery {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly tokens: AccountTokens,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
  ) {}

  /** Has a confirmation link sent, where the address has an account that needs one. */
  async requestConfirmation(email: string): Promise<void> {
    await this.announceFor(email, 'email_confirmed_at IS NULL', IDENTITY_EVENTS.confirmationRequested);
  }

  /** Has a link to set a new password sent, where the address has an account. */
  async requestReset(email: string): Promise<void> {
    await this.announceFor(email, 'true', IDENTITY_EVENTS.resetRequested);
  }

  /** Confirms the address that the link was sent to. @throws DomainError account_token.gone */
  async confirm(token: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const accountId = await this.tokens.redeem(tx, 'confirm_email', token);
      await tx.query(
        'UPDATE accounts SET email_confirmed_at = coalesce(email_confirmed_at, $2), version = version + 1 WHERE id = $1',
        [accountId, this.clock.now()],
      );
      await this.record(tx, await owner(tx, accountId), 'account.email_confirmed');
    });
  }

  /**
   * Sets a new password by a link, which also proves the address. Every session ends and nobody is signed in; returns
   * the address. @throws DomainError account_token.gone, account.invalid (the link stays good)
   */
  async reset(token: string, password: string): Promise<{ email: string }> {
    refuseFaults(passwordFaults(password, {}));
    const passwordHash = await this.passwords.hash(password);
    return this.transactions.run(async (tx) => {
      const account = await owner(tx, await this.tokens.redeem(tx, 'reset_password', token));
      refuseFaults(passwordFaults(password, { email: account.email, fullName: account.label }));
      await this.setPassword(tx, account, passwordHash, null);
      await this.record(tx, account, 'account.password_reset');
      return { email: account.email };
    });
  }

  /** Changes the password of a signed-in person; their other sessions end. @throws DomainError account.invalid */
  async changePassword(actor: Actor, present: string, next: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const account = await owner(tx, actor.accountId ?? '');
      const [row]: { hash: string | null }[] = await tx.query(
        'SELECT password_hash AS hash FROM accounts WHERE id = $1 FOR UPDATE',
        [account.id],
      );
      if (!(await this.passwords.matches(row?.hash ?? null, present))) refuseFaults([WRONG_PRESENT]);
      refuseFaults(passwordFaults(next, { email: account.email, fullName: account.label }));
      await this.setPassword(tx, account, await this.passwords.hash(next), actor.sessionId);
      await this.record(tx, account, 'account.password_changed');
    });
  }

  private async announceFor(email: string, condition: string, event: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const [account]: { id: string }[] = await tx.query(
        `SELECT id FROM accounts WHERE email = $1 AND disabled_at IS NULL AND ${condition}`,
        [normalEmail(email)],
      );
      if (account) await this.outbox.announce(tx, event, { accountId: account.id });
    });
  }

  private async setPassword(
    tx: EntityManager,
    account: Owner,
    hash: string,
    kept: string | null,
  ): Promise<void> {
    await tx.query(
      `UPDATE accounts SET password_hash = $2, version = version + 1,
         email_confirmed_at = CASE WHEN $4 THEN coalesce(email_confirmed_at, $3) ELSE email_confirmed_at END
       WHERE id = $1`,
      [account.id, hash, this.clock.now(), kept === null],
    );
    await this.tokens.voidAll(tx, account.id);
    await this.sessions.endAll(tx, account.id, kept);
    await this.outbox.announce(tx, IDENTITY_EVENTS.passwordChanged, { accountId: account.id });
  }

  private record(tx: EntityManager, account: Owner, action: string): Promise<void> {
    return this.audit.record(tx, ownerActor(account), {
      action,
      subjectType: 'account',
      subjectId: account.id,
    });
  }
}

async function owner(tx: EntityManager, accountId: string): Promise<Owner> {
  const rows: Owner[] = await tx.query(
    `SELECT a.id, a.person_id AS "personId", a.email, a.language, p.full_name AS label
     FROM accounts a JOIN people p ON p.id = a.person_id WHERE a.id = $1`,
    [accountId],
  );
  if (!rows[0]) throw new Error(`account ${accountId} is gone`);
  return rows[0];
}

function refuseFaults(faults: readonly Reason[]): void {
  if (faults.length > 0) throw new DomainError('account.invalid', NOT_TAKEN, faults);
}

const NOT_TAKEN = {
  id: 'Kata sandi ini tidak dapat dipakai. Perbaiki yang ditandai.',
  en: 'This password cannot be used. Correct what is marked.',
};
const WRONG_PRESENT: Reason = {
  code: 'wrong',
  field: 'currentPassword',
  text: { id: 'Kata sandi sekarang tidak benar.', en: 'The present password is not right.' },
};

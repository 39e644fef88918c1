import { Injectable } from '@nestjs/common';
import { Sql } from '@himpun/database';
import type { Language } from '@himpun/kernel';
import type { EntityManager } from 'typeorm';

/** How to write to somebody who has an account. */
export interface AccountContact {
  accountId: string;
  personId: string;
  email: string;
  emailConfirmed: boolean;
  language: Language;
  fullName: string;
}

const CONTACT = `
  SELECT a.id AS "accountId", a.person_id AS "personId", a.email, a.email_confirmed_at IS NOT NULL AS "emailConfirmed",
         a.language, p.full_name AS "fullName"
  FROM accounts a JOIN people p ON p.id = a.person_id`;

/** Addresses for mail; null where there is no account, or it is disabled. */
@Injectable()
export class AccountContacts {
  constructor(private readonly sql: Sql) {}

  ofAccount(accountId: string): Promise<AccountContact | null> {
    return this.sql.row<AccountContact & Record<string, unknown>>(
      `${CONTACT} WHERE a.id = $1 AND a.disabled_at IS NULL`,
      [accountId],
    );
  }

  ofPerson(personId: string): Promise<AccountContact | null> {
    return this.sql.row<AccountContact & Record<string, unknown>>(
      `${CONTACT} WHERE a.person_id = $1 AND a.disabled_at IS NULL`,
      [personId],
    );
  }

  /** The addresses of many people's open accounts, in the caller's transaction. */
  emailsOf(tx: EntityManager, personIds: readonly string[]): Promise<{ personId: string; email: string }[]> {
    return tx.query(
      'SELECT person_id AS "personId", email FROM accounts WHERE person_id = ANY ($1) AND disabled_at IS NULL',
      [personIds],
    );
  }
}

import { createHash, createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Transactions } from '@himpun/database';
import { Clock, DomainError, Settings } from '@himpun/kernel';
import type { EntityManager } from 'typeorm';
import { AccountToken } from './account-token.entity';

export type TokenPurpose = AccountToken['purpose'];

/** Links hold this long (ASVS 5.0 6.4.1 asks for a short life; 30 minutes). */
export const TOKEN_MINUTES = 30;

/** One-time tokens of mail links; only their SHA-256 is kept. */
@Injectable()
export class AccountTokens {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /**
   * The token of the mail that an outbox message asks for, or null where that mail must not go out any more (a newer
   * one did, or the link was used). 256 bits that only this installation can derive from the message's id, so a message
   * delivered twice makes the same link, and the clear token stands nowhere but in the mail. Voids older links.
   */
  async issue(accountId: string, purpose: TokenPurpose, messageId: string): Promise<string | null> {
    const token = createHmac('sha256', Buffer.from(this.settings.secret, 'hex'))
      .update(`account-token:${purpose}:${messageId}`)
      .digest('base64url');
    return this.transactions.run(async (tx) => {
      await tx.query('SELECT 1 FROM accounts WHERE id = $1 FOR UPDATE', [accountId]);
      const now = this.clock.now();
      const issued: unknown[] = await tx.query(ISSUE, [
        messageId,
        now,
        accountId,
        purpose,
        hashOf(token),
        new Date(now.getTime() + TOKEN_MINUTES * 60_000),
      ]);
      if (issued.length === 0) return null;
      await tx.query(
        `UPDATE account_tokens SET voided_at = $3
         WHERE account_id = $1 AND purpose = $2 AND id < $4 AND used_at IS NULL AND voided_at IS NULL`,
        [accountId, purpose, now, messageId],
      );
      return token;
    });
  }

  /**
   * Uses a token up and names its account; of many tries at once exactly one succeeds. Joins the caller's transaction.
   * @throws DomainError account_token.gone for one that is unknown, used, void or too old, all alike
   */
  async redeem(tx: EntityManager, purpose: TokenPurpose, token: string): Promise<string> {
    const [rows]: [{ accountId: string }[], number] = await tx.query(
      `UPDATE account_tokens SET used_at = $3
       WHERE token_hash = $1 AND purpose = $2 AND used_at IS NULL AND voided_at IS NULL AND expires_at > $3
       RETURNING account_id AS "accountId"`,
      [hashOf(token), purpose, this.clock.now()],
    );
    if (!rows[0]) throw new DomainError('account_token.gone', GONE);
    return rows[0].accountId;
  }

  /** Makes every open link of the account void; joins the caller's transaction. */
  async voidAll(tx: EntityManager, accountId: string): Promise<void> {
    await tx.query(
      `UPDATE account_tokens SET voided_at = $2 WHERE account_id = $1 AND used_at IS NULL AND voided_at IS NULL`,
      [accountId, this.clock.now()],
    );
  }
}

const ISSUE = `
  INSERT INTO account_tokens (id, created_at, account_id, purpose, token_hash, expires_at)
  SELECT $1::uuid, $2::timestamptz, $3::uuid, $4::text, $5::bytea, $6::timestamptz
  WHERE NOT EXISTS (SELECT 1 FROM account_tokens WHERE account_id = $3 AND purpose = $4 AND id > $1)
  ON CONFLICT (id) DO UPDATE SET expires_at = excluded.expires_at
    WHERE account_tokens.used_at IS NULL AND account_tokens.voided_at IS NULL
  RETURNING id`;

const GONE = {
  id: 'Tautan ini sudah dipakai, diganti yang lebih baru, atau lewat 30 menit. Minta tautan baru.',
  en: 'This link was used, replaced by a newer one, or is older than 30 minutes. Ask for a new one.',
};

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

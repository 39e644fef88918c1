import { Injectable } from '@nestjs/common';
import { Sql } from '@himpun/database';
import { Clock, newId, type Language } from '@himpun/kernel';
import { isMailAddress, renderMail } from './mail.policy';
import { TEMPLATES, type MailData, type TemplateName } from './templates';
import { MailRefused, MailTransport } from './transport/mail-transport';

/** A mail to be sent. */
export interface Notification<Name extends TemplateName = TemplateName> {
  /** The id of the outbox message that asks for it; together with template and address it makes the mail's key. */
  key: string;
  to: { email: string; language: Language; personId?: string | null };
  template: Name;
  /** What the template names; secrets in it (links) go into the mail and nowhere else. */
  data: MailData[Name];
}

interface Known {
  id: string;
  state: 'open' | 'sent' | 'refused';
}

/** Sending takes at most this long; a claim older than that belongs to a worker that died. */
const CLAIM_MS = 60_000;

/** Mails, each sent once. Called by the worker only: a mail server must never be waited for in a request. */
@Injectable()
export class Notifications {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly transport: MailTransport,
  ) {}

  /**
   * Sends the mail unless it was sent before.
   * @throws MailRefused when it will never be taken; other errors ask for another try.
   */
  async send<Name extends TemplateName>(notification: Notification<Name>): Promise<void> {
    const { to, template, data } = notification;
    const key = `${notification.key}:${template}`;
    const known = await this.note(key, notification);
    if (known.state === 'sent') return;
    if (!isMailAddress(to.email)) return this.refuse(known.id, new MailRefused('This is no mail address.'));
    await this.claim(known.id);
    try {
      const mail = renderMail(TEMPLATES[template](data), to.language);
      await this.transport.deliver({ key, to: to.email, ...mail });
    } catch (error) {
      if (error instanceof MailRefused) return this.refuse(known.id, error);
      await this.release(known.id, error);
      throw error;
    }
    await this.sql.rows(
      `UPDATE mail_deliveries SET state = 'sent', ended_at = $2, claimed_until = NULL, last_error = NULL WHERE id = $1`,
      [known.id, this.clock.now()],
    );
  }

  private async note(key: string, { to, template }: Notification): Promise<Known> {
    const now = this.clock.now();
    const rows = await this.sql.rows<Known & Record<string, unknown>>(
      `WITH made AS (
         INSERT INTO mail_deliveries (id, created_at, key, template, email, language, person_id, state)
         VALUES ($1, $2, $3, $4, $5, $6, $7, 'open') ON CONFLICT (key) DO NOTHING RETURNING id, state)
       SELECT id, state FROM made UNION ALL SELECT id, state FROM mail_deliveries WHERE key = $3`,
      [newId(), now, key, template, to.email.slice(0, 254), to.language, to.personId ?? null],
    );
    if (!rows[0]) throw new Error(`mail ${key} is being noted by another worker`);
    return rows[0];
  }

  /** One worker at a time; two would send it twice. */
  private async claim(id: string): Promise<void> {
    const now = this.clock.now();
    const claimed = await this.sql.row(
      `UPDATE mail_deliveries SET attempts = attempts + 1, claimed_until = $3, state = 'open', ended_at = NULL
       WHERE id = $1 AND state <> 'sent' AND (claimed_until IS NULL OR claimed_until < $2) RETURNING id`,
      [id, now, new Date(now.getTime() + CLAIM_MS)],
    );
    if (!claimed)
      throw Object.assign(new Error('Another worker is sending this mail.'), { retryAfterMs: CLAIM_MS });
  }

  private async release(id: string, error: unknown): Promise<void> {
    await this.sql.rows('UPDATE mail_deliveries SET claimed_until = NULL, last_error = $2 WHERE id = $1', [
      id,
      textOf(error),
    ]);
  }

  private async refuse(id: string, error: MailRefused): Promise<never> {
    await this.sql.rows(
      `UPDATE mail_deliveries SET state = 'refused', ended_at = $3, claimed_until = NULL, last_error = $2 WHERE id = $1`,
      [id, textOf(error), this.clock.now()],
    );
    throw error;
  }
}

function textOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 1_000);
}

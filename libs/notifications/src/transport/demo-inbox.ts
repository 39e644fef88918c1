import { Injectable } from '@nestjs/common';
import { Sql } from '@himpun/database';
import { Clock, newId } from '@himpun/kernel';
import { MailTransport, type Mail } from './mail-transport';

/** A line of the inbox page. */
export interface InboxLine {
  id: string;
  to: string;
  subject: string;
  sentAt: Date;
}

/** Keeps the mails of a demonstration, for its inbox page. */
@Injectable()
export class DemoInbox extends MailTransport {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {
    super();
  }

  async deliver(mail: Mail): Promise<void> {
    await this.sql.rows(
      `INSERT INTO demo_mails (id, created_at, key, email, subject, body_text, body_html)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (key) DO NOTHING`,
      [newId(), this.clock.now(), mail.key, mail.to, mail.subject, mail.text, mail.html],
    );
  }

  /** Newest first; of one address when it is given. */
  async page(
    email: string | null,
    page: number,
    pageSize: number,
  ): Promise<{ items: InboxLine[]; total: number }> {
    const items = await this.sql.rows<InboxLine & Record<string, unknown>>(
      `SELECT id, email AS "to", subject, created_at AS "sentAt" FROM demo_mails
       WHERE $1::text IS NULL OR email = $1 ORDER BY created_at DESC, id DESC LIMIT $2 OFFSET $3`,
      [email, pageSize, (page - 1) * pageSize],
    );
    const count = await this.sql.row<{ total: number }>(
      'SELECT count(*)::int AS total FROM demo_mails WHERE $1::text IS NULL OR email = $1',
      [email],
    );
    return { items, total: count?.total ?? 0 };
  }

  /** One mail with its text, or null. */
  message(id: string): Promise<(InboxLine & { text: string }) | null> {
    return this.sql.row<InboxLine & { text: string } & Record<string, unknown>>(
      `SELECT id, email AS "to", subject, created_at AS "sentAt", body_text AS text FROM demo_mails WHERE id = $1`,
      [id],
    );
  }
}

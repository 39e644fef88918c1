import type { InboxLine } from '@himpun/notifications';

/** A mail that the demonstration kept instead of sending. */
export class InboxEntryView {
  id: string;
  /** Address it was written to. */
  to: string;
  subject: string;
  /** ISO 8601 instant. */
  sentAt: string;

  static of({ id, to, subject, sentAt }: InboxLine): InboxEntryView {
    return { id, to, subject, sentAt: sentAt.toISOString() };
  }
}

/** One of them with its text. */
export class InboxMessageView extends InboxEntryView {
  /** Plain text; addresses in it are whole. */
  text: string;

  static override of(mail: InboxLine & { text: string }): InboxMessageView {
    return { ...InboxEntryView.of(mail), text: mail.text };
  }
}

/** A page of them, newest first. */
export class InboxPageView {
  items: InboxEntryView[];
  /** How many there are in all. */
  total: number;
  page: number;
  pageSize: number;
}

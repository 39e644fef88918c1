import { Injectable } from '@nestjs/common';
import { AttestationDeadlines } from '@himpun/credentials';
import { Settings } from '@himpun/kernel';
import { MailRefused, Notifications, type MailData, type TemplateName } from '@himpun/notifications';
import type { RelayedMessage } from '@himpun/outbox';
import { QueueProcessor } from '../queue/queue-processor';
import { momentIn } from './moment';

type Addressee = { attestationId: string; email: string; language: 'id' | 'en' };

/** Mails to institutions. A link's token is made when the mail is, and stands nowhere else. */
@Injectable()
export class AttestationMailProcessor extends QueueProcessor {
  readonly queues = ['attestation-mail'];

  constructor(
    private readonly notifications: Notifications,
    private readonly deadlines: AttestationDeadlines,
    private readonly settings: Settings,
  ) {
    super();
  }

  async effect(message: RelayedMessage): Promise<void> {
    const id = String(message.payload['attestationId']);
    if (message.type === 'credentials.attestation_answered') return this.confirm(message, id);
    const letter = await this.deadlines.letter(id);
    // Answered, withdrawn or over by now: a mail would lead to a dead link.
    if (!letter) return;
    const { institution: name, groupName: group, expiresAt, zone } = letter;
    // Behind the #: browsers send it to no server, so no log and no referrer has it.
    const url = `${this.settings.publicUrl}/attest#${letter.token}`;
    const mail = { name, group, url, when: momentIn(expiresAt, zone) };
    if (message.type === 'credentials.attestation_reminder_due') {
      await this.write(message, letter, 'attestation_reminder', mail);
      return;
    }
    if (await this.write(message, letter, 'attestation_asked', mail)) {
      await this.deadlines.noteSent(id, expiresAt);
    }
  }

  private async confirm(message: RelayedMessage, id: string): Promise<void> {
    const answered = await this.deadlines.confirmation(id);
    if (!answered) return;
    const { institution: name, groupName: group, reference } = answered;
    await this.write(message, answered, 'attestation_confirmed', { name, group, reference });
  }

  /** Whether the mail is out; a server that will never take it ends the question. */
  private async write<Name extends TemplateName>(
    message: RelayedMessage,
    { attestationId, email, language }: Addressee,
    template: Name,
    data: MailData[Name],
  ): Promise<boolean> {
    try {
      await this.notifications.send({ key: message.id, to: { email, language }, template, data });
      return true;
    } catch (error) {
      if (!(error instanceof MailRefused)) throw error;
      await this.deadlines.noteUndelivered(attestationId, error.message);
      return false;
    }
  }
}

import { Injectable } from '@nestjs/common';
import { AccountContacts } from '@himpun/identity';
import { Settings } from '@himpun/kernel';
import { CaseEscalations } from '@himpun/membership';
import { Notifications } from '@himpun/notifications';
import type { RelayedMessage } from '@himpun/outbox';
import { dayInWords } from './day-in-words';
import { MailProcessor } from './mail-processor';

/** Mails to the holders of an office about overdue cases: to each one, once. */
@Injectable()
export class EscalationMailProcessor extends MailProcessor {
  readonly queues = ['escalation-mail'];

  constructor(
    notifications: Notifications,
    private readonly contacts: AccountContacts,
    private readonly escalations: CaseEscalations,
    private readonly settings: Settings,
  ) {
    super(notifications);
  }

  async effect(message: RelayedMessage): Promise<void> {
    const letter = await this.escalations.letter(String(message.payload['escalationId']));
    if (!letter) return;
    for (const personId of letter.holders) {
      const contact = await this.contacts.ofPerson(personId);
      if (!contact) continue;
      // A mail's key is its message and template: each holder has a message of their own.
      await this.write({ ...message, id: `${message.id}:${personId}` }, contact, 'cases_overdue', {
        name: contact.fullName,
        office: { id: letter.officeNameId, en: letter.officeNameEn },
        group: { id: letter.groupNameId, en: letter.groupNameEn },
        cases: letter.cases.map(({ reference, dueOn }) => ({ reference, dueOn: dayInWords(dueOn) })),
        url: `${this.settings.publicUrl}/review?tab=overdue`,
      });
    }
  }
}

import { Injectable } from '@nestjs/common';
import { GovernanceQueries } from '@himpun/governance';
import { AccountContacts } from '@himpun/identity';
import { localDateOf, Settings } from '@himpun/kernel';
import { Notifications } from '@himpun/notifications';
import type { RelayedMessage } from '@himpun/outbox';
import { MailProcessor } from './mail-processor';

/** Mails to officers. */
@Injectable()
export class OfficeMailProcessor extends MailProcessor {
  readonly queues = ['office-mail'];

  constructor(
    notifications: Notifications,
    private readonly contacts: AccountContacts,
    private readonly governance: GovernanceQueries,
    private readonly settings: Settings,
  ) {
    super(notifications);
  }

  async effect(message: RelayedMessage): Promise<void> {
    const term = await this.governance.term(String(message.payload['termId']));
    const contact = await this.contacts.ofPerson(term.personId);
    if (!contact) return;
    await this.write(message, contact, 'term_appointed', {
      name: contact.fullName,
      office: { id: term.officeNameId, en: term.officeNameEn },
      group: { id: term.groupNameId, en: term.groupNameEn },
      startsOn: localDateOf(term.startsAt, term.zone),
      // A term ends at the first instant after its last day.
      endsOn: localDateOf(new Date(term.endsAt.getTime() - 1), term.zone),
      url: `${this.settings.publicUrl}/officers`,
    });
  }
}

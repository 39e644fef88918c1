import { Injectable } from '@nestjs/common';
import {
  AccountContacts,
  AccountTokens,
  IDENTITY_EVENTS,
  TOKEN_MINUTES,
  type AccountContact,
} from '@himpun/identity';
import { Settings } from '@himpun/kernel';
import { Notifications } from '@himpun/notifications';
import type { RelayedMessage } from '@himpun/outbox';
import { MailProcessor } from './mail-processor';

/** Mails about accounts. The token of a link is made here, from the message's id: it stands in the mail and nowhere else. */
@Injectable()
export class AccountMailProcessor extends MailProcessor {
  readonly queues = ['account-mail'];

  constructor(
    notifications: Notifications,
    private readonly contacts: AccountContacts,
    private readonly tokens: AccountTokens,
    private readonly settings: Settings,
  ) {
    super(notifications);
  }

  async effect(message: RelayedMessage): Promise<void> {
    const contact = await this.contacts.ofAccount(String(message.payload['accountId']));
    if (!contact) return;
    const name = contact.fullName;
    const url = `${this.settings.publicUrl}/forgot`;
    switch (message.type) {
      case IDENTITY_EVENTS.confirmationRequested:
        return this.writeLink(message, contact, 'confirm_email', 'confirm');
      case IDENTITY_EVENTS.resetRequested:
        return this.writeLink(message, contact, 'reset_password', 'reset');
      case IDENTITY_EVENTS.passwordChanged:
        return this.write(message, contact, 'password_changed', { name });
      case IDENTITY_EVENTS.registrationRepeated:
        return this.write(message, contact, 'registration_repeated', {
          name,
          url: `${this.settings.publicUrl}/sign-in`,
        });
      case IDENTITY_EVENTS.signInsRefused:
        return this.write(message, contact, 'sign_ins_refused', { name, url });
      default:
        return undefined;
    }
  }

  private async writeLink(
    message: RelayedMessage,
    contact: AccountContact,
    purpose: 'confirm_email' | 'reset_password',
    page: string,
  ): Promise<void> {
    const token = await this.tokens.issue(contact.accountId, purpose, message.id);
    // A newer link went out, or this one was used: an old mail would only mislead.
    if (!token) return;
    await this.write(message, contact, purpose, {
      name: contact.fullName,
      url: `${this.settings.publicUrl}/${page}?token=${token}`,
      minutes: TOKEN_MINUTES,
    });
  }
}

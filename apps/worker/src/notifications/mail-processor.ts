import type { AccountContact } from '@himpun/identity';
import { MailRefused, type Notifications, type Notification, type TemplateName } from '@himpun/notifications';
import type { RelayedMessage } from '@himpun/outbox';
import { FinalError, QueueProcessor } from '../queue/queue-processor';

/** Processors that write to people. A mail that its server refuses for good is dead at once; all else is tried again. */
export abstract class MailProcessor extends QueueProcessor {
  constructor(private readonly notifications: Notifications) {
    super();
  }

  /** Sends one mail, once for each message and template; nobody to write to is no failure. */
  protected async write<Name extends TemplateName>(
    message: RelayedMessage,
    contact: AccountContact | null,
    template: Name,
    data: Notification<Name>['data'],
  ): Promise<void> {
    if (!contact) return;
    const { email, language, personId } = contact;
    try {
      await this.notifications.send({ key: message.id, to: { email, language, personId }, template, data });
    } catch (error) {
      if (error instanceof MailRefused) throw new FinalError(error.message);
      throw error;
    }
  }
}

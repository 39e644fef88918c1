import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PersonHoldings } from '@himpun/database';
import { Settings } from '@himpun/kernel';
import { DemoMail } from './demo-mail.entity';
import { MailDelivery } from './mail-delivery.entity';
import { Notifications } from './notifications.service';
import { DemoInbox } from './transport/demo-inbox';
import { MailTransport } from './transport/mail-transport';
import { NoTransport } from './transport/no-transport';
import { SmtpTransport } from './transport/smtp-transport';
import { NOTIFICATIONS_HOLDINGS } from './notifications.holdings';

/** Mails: what they say, who has them, and how they leave the house. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([MailDelivery, DemoMail])],
  providers: [
    Notifications,
    DemoInbox,
    SmtpTransport,
    NoTransport,
    {
      provide: MailTransport,
      inject: [Settings, SmtpTransport, DemoInbox, NoTransport],
      useFactory: (settings: Settings, smtp: SmtpTransport, demo: DemoInbox, none: NoTransport) =>
        settings.smtpUrl ? smtp : settings.demo ? demo : none,
    },
  ],
  exports: [Notifications, DemoInbox],
})
export class NotificationsModule {
  constructor(holdings: PersonHoldings) {
    holdings.add(...NOTIFICATIONS_HOLDINGS);
  }
}

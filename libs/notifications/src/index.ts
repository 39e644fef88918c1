export * from './notifications.module';
export * from './notifications.service';
export type { MailData, TemplateName } from './templates';
export { DemoInbox, type InboxLine } from './transport/demo-inbox';
export { MailRefused } from './transport/mail-transport';

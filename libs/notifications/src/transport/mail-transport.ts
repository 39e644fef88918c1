/** A mail as it leaves the house. */
export interface Mail {
  /** The same for the same mail, however often it is tried. */
  key: string;
  to: string;
  subject: string;
  text: string;
  html: string;
}

/** What takes mails out: a mail server, or the inbox page of a demonstration. */
export abstract class MailTransport {
  /**
   * Hands one mail over.
   * @throws MailRefused when it will never be taken; any other error may pass.
   */
  abstract deliver(mail: Mail): Promise<void>;
}

/** The mail server refuses this mail for good (SMTP 5xx): the address does not exist, or it is blocked. */
export class MailRefused extends Error {
  override name = 'MailRefused';
}

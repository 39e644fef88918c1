import { createHash } from 'node:crypto';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Settings } from '@himpun/kernel';
import { createTransport, type Transporter } from 'nodemailer';
import { MailRefused, MailTransport, type Mail } from './mail-transport';

const SECOND = 1_000;

/** SMTP (RFC 5321) to the server of `SMTP_URL`; a Message-ID made of the key lets receivers see a mail sent twice as one. */
@Injectable()
export class SmtpTransport extends MailTransport implements OnApplicationShutdown {
  private transporter: Transporter | undefined;

  constructor(private readonly settings: Settings) {
    super();
  }

  async deliver(mail: Mail): Promise<void> {
    const { key, ...content } = mail;
    try {
      await this.open().sendMail({
        ...content,
        from: this.settings.mailFrom,
        messageId: `<${createHash('sha256').update(key).digest('hex').slice(0, 32)}@${new URL(this.settings.publicUrl).hostname}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
        disableFileAccess: true,
        disableUrlAccess: true,
      });
    } catch (error) {
      throw isPermanent(error) ? new MailRefused((error as Error).message) : error;
    }
  }

  onApplicationShutdown(): void {
    this.transporter?.close();
  }

  private open(): Transporter {
    this.transporter ??= createTransport(this.settings.smtpUrl, {
      connectionTimeout: 10 * SECOND,
      greetingTimeout: 10 * SECOND,
      socketTimeout: 20 * SECOND,
    } as object);
    return this.transporter;
  }
}

/** RFC 5321 4.2.1: 5yz to an address or a text is for good; a refused sign-in is our own setting and may be mended. */
function isPermanent(error: unknown): boolean {
  const { responseCode, command } = error as { responseCode?: unknown; command?: unknown };
  if (typeof responseCode !== 'number' || responseCode < 500) return false;
  return command === 'RCPT TO' || command === 'DATA';
}

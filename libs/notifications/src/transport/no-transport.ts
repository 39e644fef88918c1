import { Injectable } from '@nestjs/common';
import { MailTransport } from './mail-transport';

const ASK_AGAIN_MS = 600_000;

/** Neither SMTP_URL nor a demonstration: mails wait, and officers see them among those that failed. */
@Injectable()
export class NoTransport extends MailTransport {
  deliver(): Promise<void> {
    return Promise.reject(
      Object.assign(new Error('SMTP_URL is not set: mails cannot be sent.'), { retryAfterMs: ASK_AGAIN_MS }),
    );
  }
}

import { Injectable } from '@nestjs/common';
import { AccountRecovery } from '@himpun/identity';
import { Limiters } from '../http/limits/limiters';
import { keyOf } from './sign-in-limits';

const HOUR = 3600;
const PER_ADDRESS = 4;

/** Asking for mails. Beyond a few per hour and address nothing is sent, and the answer is as ever. */
@Injectable()
export class MailRequests {
  constructor(
    private readonly recovery: AccountRecovery,
    private readonly limiters: Limiters,
  ) {}

  async confirmation(email: string): Promise<void> {
    if (await this.mayHave('confirmation', email)) await this.recovery.requestConfirmation(email);
  }

  async reset(email: string): Promise<void> {
    if (await this.mayHave('reset', email)) await this.recovery.requestReset(email);
  }

  private async mayHave(mail: string, email: string): Promise<boolean> {
    const limiter = this.limiters.named(`mail-${mail}`, PER_ADDRESS, HOUR);
    return (await this.limiters.waitFor(limiter, keyOf(email))) === 0;
  }
}

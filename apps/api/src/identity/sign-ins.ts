import { Injectable, Logger } from '@nestjs/common';
import { Accounts, Sessions, type SessionOrigin } from '@himpun/identity';
import { DomainError } from '@himpun/kernel';
import { MailRequests } from './mail-requests';
import { TELL_OWNER_AT } from './sign-in-delay.policy';
import { SignInLimits } from './sign-in-limits';

/** A session just opened; the token goes into the cookie and nowhere else. */
export interface SignedIn {
  token: string;
}

/** Signing in with a password. */
@Injectable()
export class SignIns {
  private readonly logger = new Logger('sign-in');

  constructor(
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly limits: SignInLimits,
    private readonly mails: MailRequests,
  ) {}

  /**
   * @throws DomainError sign_in.unauthenticated whatever was wrong, in the same words and time; request.exhausted after
   * too many tries
   */
  async withPassword(email: string, password: string, origin: SessionOrigin): Promise<SignedIn> {
    const failures = await this.limits.begin(email, origin.ip);
    const [account] = await Promise.all([
      this.accounts.withPassword(email, password),
      failures === TELL_OWNER_AT ? this.accounts.tellOfRefusals(email) : undefined,
    ]);
    if (account && !account.emailConfirmed) await this.mails.confirmation(email);
    if (!account?.emailConfirmed) {
      this.logger.warn({ event: 'sign_in.refused', accountId: account?.id, ip: origin.ip, failures });
      throw refusedSignIn();
    }
    await this.limits.succeeded(email, origin.ip);
    this.logger.log({ event: 'sign_in.accepted', accountId: account.id, ip: origin.ip });
    return this.sessions.open(account.id, origin);
  }
}

/** One sentence for every reason, so that it tells nothing about which addresses have accounts. */
export function refusedSignIn(): DomainError {
  return new DomainError('sign_in.unauthenticated', {
    id: 'Surel dan kata sandi ini tidak cocok, atau alamatnya belum dikonfirmasi. Periksa keduanya, cari surel konfirmasi kami, atau setel ulang kata sandi.',
    en: 'This e-mail and password do not match, or the address is not confirmed yet. Check both, look for our confirmation mail, or reset the password.',
  });
}

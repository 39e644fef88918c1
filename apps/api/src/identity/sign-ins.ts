import { Injectable } from '@nestjs/common';
import { Accounts, Sessions, type SessionOrigin } from '@himpun/identity';
import { DomainError } from '@himpun/kernel';

/** A session just opened; the token goes into the cookie and nowhere else. */
export interface SignedIn {
  token: string;
}

/** Signing in with a password. */
@Injectable()
export class SignIns {
  constructor(
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
  ) {}

  /** @throws DomainError sign_in.unauthenticated whatever was wrong, in the same words and time */
  async withPassword(email: string, password: string, origin: SessionOrigin): Promise<SignedIn> {
    const account = await this.accounts.withPassword(email, password);
    if (!account?.emailConfirmed) throw refusedSignIn();
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

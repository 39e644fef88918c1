import { Injectable } from '@nestjs/common';
import { Transactions, violates } from '@himpun/database';
import { Accounts, passwordFaults, Passwords } from '@himpun/identity';
import { DomainError, type Language } from '@himpun/kernel';
import { People } from './people.service';
import { TERMS_VERSION } from './terms';

/** What a stranger tells when signing up. */
export interface Registration {
  fullName: string;
  email: string;
  password: string;
  language: Language;
}

/** Signing up: a person and an account at once. */
@Injectable()
export class Registrations {
  constructor(
    private readonly transactions: Transactions,
    private readonly people: People,
    private readonly accounts: Accounts,
    private readonly passwords: Passwords,
  ) {}

  /**
   * Enters the person and opens their account, to be confirmed by mail. An address that has an account is answered in
   * the same way; its owner hears of it by mail and nothing of theirs changes. @throws account.invalid
   */
  async register(registration: Registration): Promise<void> {
    const faults = passwordFaults(registration.password, registration);
    if (faults.length > 0) throw new DomainError('account.invalid', NOT_TAKEN, faults);
    const passwordHash = await this.passwords.hash(registration.password);
    try {
      await this.enter(registration, passwordHash);
    } catch (error) {
      // Two sign-ups with one address at the same moment: the later one meets an account that exists by now.
      if (!violates(error, 'accounts_email_unique')) throw error;
      await this.enter(registration, passwordHash);
    }
  }

  private async enter(registration: Registration, passwordHash: string): Promise<void> {
    const { fullName, email, language } = registration;
    await this.transactions.run(async (tx) => {
      const known = await this.accounts.idOf(tx, email);
      if (known) return this.accounts.noteRepeatedRegistration(tx, known);
      const personId = await this.people.enter(tx, { fullName });
      await this.accounts.open(tx, {
        ...{ personId, fullName, email, passwordHash, language },
        termsVersion: TERMS_VERSION,
      });
    });
  }
}

const NOT_TAKEN = {
  id: 'Kata sandi ini tidak dapat dipakai. Pilih yang lain.',
  en: 'This password cannot be used. Choose another one.',
};

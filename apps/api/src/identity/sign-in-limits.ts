import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { normalEmail } from '@himpun/identity';
import { clientNetwork } from '../http/limits/client-network';
import { Limiters, tooOften } from '../http/limits/limiters';
import type { SharedCount } from '../http/limits/shared-count';
import { FREE_PER_ACCOUNT, FREE_PER_NETWORK, signInDelay } from './sign-in-delay.policy';

const DAY = 24 * 3600;

/** Tries of one account or one network: how many failed within a day, and the wait that they cost. */
class Tries {
  private readonly failures: SharedCount;
  private readonly gate: SharedCount;

  constructor(
    private readonly limiters: Limiters,
    name: string,
    private readonly free: number,
  ) {
    this.failures = limiters.named(`${name}-failures`, Number.MAX_SAFE_INTEGER, DAY);
    this.gate = limiters.named(`${name}-gate`, 1, 1);
  }

  /**
   * Counts a try as failed before it is made, so that parallel tries cannot all be the first. A try that comes too soon
   * is refused and does not make the wait longer. @throws DomainError request.exhausted
   */
  async begin(key: string): Promise<number> {
    const { count } = await this.failures.add(key);
    const delay = signInDelay(count, this.free);
    if (delay === 0) return count;
    const wait = await this.limiters.waitFor(this.gate, key, delay);
    if (wait === 0) return count;
    await this.takeBack(key);
    throw tooOften(wait);
  }

  async takeBack(key: string): Promise<void> {
    await this.failures.takeBack(key);
  }

  async forget(key: string): Promise<void> {
    await Promise.all([this.failures.forget(key), this.gate.forget(key)]);
  }
}

/** Slows down guessing: per account whoever asks, and per network whatever account (ASVS 5.0 6.3.1). */
@Injectable()
export class SignInLimits {
  private readonly accounts: Tries;
  private readonly networks: Tries;

  constructor(limiters: Limiters) {
    this.accounts = new Tries(limiters, 'sign-in-account', FREE_PER_ACCOUNT);
    this.networks = new Tries(limiters, 'sign-in-network', FREE_PER_NETWORK);
  }

  /** Counts a try; returns how many of the account failed with it. @throws DomainError request.exhausted */
  async begin(email: string, ip: string): Promise<number> {
    const network = clientNetwork(ip);
    await this.networks.begin(network);
    try {
      return await this.accounts.begin(keyOf(email));
    } catch (refusal) {
      await this.networks.takeBack(network);
      throw refusal;
    }
  }

  /** The password was right: the account starts afresh; the network gets back this one try only. */
  async succeeded(email: string, ip: string): Promise<void> {
    await Promise.all([this.forgive(email), this.networks.takeBack(clientNetwork(ip))]);
  }

  /** The owner proved by mail to be the owner. */
  forgive(email: string): Promise<void> {
    return this.accounts.forget(keyOf(email));
  }
}

/** Unknown addresses are counted like known ones; addresses stand nowhere in Redis. */
export function keyOf(email: string): string {
  return createHash('sha256').update(normalEmail(email)).digest('base64url');
}

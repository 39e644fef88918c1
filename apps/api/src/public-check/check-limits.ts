import { Injectable } from '@nestjs/common';
import { DomainError } from '@himpun/kernel';
import { parse } from 'ipaddr.js';
import { Limiters } from '../http/limits/limiters';
import type { SharedCount } from '../http/limits/shared-count';

/** A hall full of people behind one address may scan; a machine that counts up codes may not. */
const LOOKS = ['check-looks', 300, 60] as const;
/** Codes that do not exist: a person mistypes a few, a search for codes hits nothing else. */
const MISSES = ['check-misses', 60, 600] as const;

/** How often one network address may ask for codes. */
@Injectable()
export class CheckLimits {
  private readonly looks: SharedCount;
  private readonly misses: SharedCount;

  constructor(private readonly limiters: Limiters) {
    this.looks = limiters.named(...LOOKS);
    this.misses = limiters.named(...MISSES);
  }

  /** Counts a look. @throws check.exhausted with `retryAfterSeconds` */
  async look(ip: string): Promise<void> {
    const key = networkOf(ip);
    const misses = await this.misses.get(key);
    if (misses.count > this.misses.points) throw exhausted(misses.msLeft / 1_000);
    const wait = await this.limiters.waitFor(this.looks, key);
    if (wait > 0) throw exhausted(wait);
  }

  /** Counts a code that does not exist. */
  async miss(ip: string): Promise<void> {
    await this.misses.add(networkOf(ip));
  }
}

/** An IPv6 household has 2^64 addresses: they count as one. */
function networkOf(ip: string): string {
  try {
    const address = parse(ip);
    return address.kind() === 'ipv6' ? address.toNormalizedString().split(':').slice(0, 4).join(':') : ip;
  } catch {
    return ip;
  }
}

function exhausted(seconds: number): DomainError {
  return new DomainError(
    'check.exhausted',
    {
      id: 'Terlalu banyak pemeriksaan dari jaringan ini. Tunggu sebentar lalu coba lagi.',
      en: 'Too many checks came from this network. Wait a moment, then try again.',
    },
    [],
    { retryAfterSeconds: Math.max(1, Math.ceil(seconds)) },
  );
}

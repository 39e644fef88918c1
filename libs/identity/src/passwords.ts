import { Injectable } from '@nestjs/common';
import { hash, verify, type Options } from '@node-rs/argon2';

/** OWASP password storage cheat sheet: argon2id (the library's default), 19 MiB, two passes, one lane. */
const ARGON2: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Turns passwords into argon2id hashes (PHC form) and compares them. */
@Injectable()
export class Passwords {
  /** What an unknown account is compared with, so that it takes as long as a known one. */
  private readonly nobodys = hash(crypto.randomUUID(), ARGON2);

  hash(password: string): Promise<string> {
    return hash(asStored(password), ARGON2);
  }

  /** Whether the password belongs to the hash; without a hash the same work is done for nothing. */
  async matches(passwordHash: string | null, password: string): Promise<boolean> {
    const isRight = await verify(passwordHash ?? (await this.nobodys), asStored(password));
    return isRight && passwordHash !== null;
  }
}

/** Keyboards compose letters differently; NFKC makes the same password the same bytes (RFC 8265 leaves no other change). */
function asStored(password: string): string {
  return password.normalize('NFKC');
}

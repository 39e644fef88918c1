import { Injectable } from '@nestjs/common';
import { AccountContacts } from '@himpun/identity';
import type { EntityManager } from 'typeorm';
import type { MatchFact, MatchFactSource } from './match-fact';
import { mailboxKey } from './match-keys.policy';

/** What this room and the accounts below it know: telephone, national ids, mail address. */
@Injectable()
export class OwnMatchFacts implements MatchFactSource {
  constructor(private readonly contacts: AccountContacts) {}

  async factsOf(tx: EntityManager, personIds: readonly string[]): Promise<MatchFact[]> {
    const numbers: MatchFact[] = await tx.query(
      `SELECT id AS "personId", 'phone' AS kind, phone AS key FROM people WHERE id = ANY ($1) AND phone IS NOT NULL
       UNION ALL SELECT person_id, 'national_id', encode(blind_index, 'hex') FROM national_ids
       WHERE person_id = ANY ($1) AND blind_index IS NOT NULL`,
      [personIds],
    );
    const emails = await this.contacts.emailsOf(tx, personIds);
    return [
      ...numbers,
      ...emails.map(({ personId, email }) => ({ personId, kind: 'email' as const, key: mailboxKey(email) })),
    ];
  }
}

import { Injectable } from '@nestjs/common';
import type { MatchFact, MatchFactSource } from '@himpun/people';
import type { EntityManager } from 'typeorm';
import { authorityKey, numberKey } from '../source/authority-key';

interface Row {
  personId: string;
  number: string;
  authority: string;
}

/** Licence numbers, each with its authority: one licence is one person's. */
@Injectable()
export class LicenceMatchFacts implements MatchFactSource {
  async factsOf(tx: EntityManager, personIds: readonly string[]): Promise<MatchFact[]> {
    const rows: Row[] = await tx.query(
      `SELECT DISTINCT person_id AS "personId", number, authority FROM credentials
       WHERE person_id = ANY ($1) AND kind = 'licence' AND state <> 'withdrawn' AND number IS NOT NULL AND authority IS NOT NULL`,
      [personIds],
    );
    return rows
      .map(({ personId, number, authority }) => ({
        ...{ personId, kind: 'licence' as const },
        ...{ number: numberKey(number), authority: authorityKey(authority) },
      }))
      .filter(({ number, authority }) => number.length >= SHORTEST && authority !== '')
      .map(({ personId, kind, number, authority }) => ({ personId, kind, key: `${authority} ${number}` }));
  }
}

/** What is shorter is a number half typed. */
const SHORTEST = 4;

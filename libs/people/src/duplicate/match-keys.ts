import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { MatchFact, MatchProfile } from './match-fact';
import { MatchFactSources } from './match-fact-sources';
import { matchKeys } from './match-keys.policy';

/**
 * A key that more people share tells nobody apart (a surgery's telephone, 1 January with a common name); whoever else is one
 * person shares another key.
 */
const MOST_SHARING = 50;

/** The keys by which people are looked up, kept beside them. Merged people have none. */
@Injectable()
export class MatchKeys {
  constructor(private readonly sources: MatchFactSources) {}

  /** What is compared of the people; those who were merged are left out. */
  async profiles(tx: EntityManager, personIds: readonly string[]): Promise<MatchProfile[]> {
    if (personIds.length === 0) return [];
    const people: { personId: string; names: string[]; birthDate: string | null }[] = await tx.query(
      `SELECT id AS "personId", array_remove(ARRAY[full_name, certificate_name], NULL) AS names, birth_date::text AS "birthDate"
       FROM people WHERE id = ANY ($1) AND merged_into_id IS NULL`,
      [personIds],
    );
    const facts = await this.sources.factsOf(tx, personIds);
    const byPerson = new Map<string, MatchFact[]>();
    for (const fact of facts) byPerson.set(fact.personId, [...(byPerson.get(fact.personId) ?? []), fact]);
    return people.map((person) => ({ ...person, facts: byPerson.get(person.personId) ?? [] }));
  }

  /** Writes the people's keys as they are now. Returns what they were made of. */
  async renew(tx: EntityManager, personIds: readonly string[]): Promise<MatchProfile[]> {
    const profiles = await this.profiles(tx, personIds);
    const rows = profiles.flatMap((profile) =>
      matchKeys(profile).map((key) => ({ person_id: profile.personId, ...key })),
    );
    await tx.query('DELETE FROM person_match_keys WHERE person_id = ANY ($1)', [personIds]);
    await tx.query(
      `INSERT INTO person_match_keys (person_id, kind, key)
       SELECT person_id, kind, key FROM jsonb_to_recordset($1) AS k(person_id uuid, kind text, key text)`,
      [JSON.stringify(rows)],
    );
    return profiles;
  }

  /** Who shares a key with whom: pairs of the person and somebody else, in no order; one pair may come twice. */
  async neighbours(tx: EntityManager, profiles: readonly MatchProfile[]): Promise<[string, string][]> {
    const rows: { personId: string; sharing: string[] }[] = await tx.query(
      `SELECT m.person_id AS "personId", o.sharing FROM person_match_keys m CROSS JOIN LATERAL (
         SELECT array_agg(s.person_id) AS sharing FROM (
           SELECT k.person_id FROM person_match_keys k WHERE k.kind = m.kind AND k.key = m.key LIMIT $2) s) o
       WHERE m.person_id = ANY ($1) AND cardinality(o.sharing) BETWEEN 2 AND $2 - 1`,
      [profiles.map(({ personId }) => personId), MOST_SHARING + 1],
    );
    return rows.flatMap(({ personId, sharing }) =>
      sharing.filter((other) => other !== personId).map((other): [string, string] => [personId, other]),
    );
  }
}

import { Injectable } from '@nestjs/common';
import { Transactions } from '@himpun/database';
import { Clock, newId } from '@himpun/kernel';
import type { EntityManager } from 'typeorm';
import { MatchKeys } from './match-keys';
import type { MatchProfile } from './match-fact';
import { isNews, suspicionOf, type Suspicion } from './suspicion.policy';

interface Pair extends Suspicion {
  first: string;
  second: string;
}

interface Known {
  id: string;
  first: string;
  second: string;
  state: 'open' | 'dismissed' | 'merged';
  dismissed: string[];
}

/** People looked at in one transaction. */
const BATCH = 400;
/** One search at a time: of two that run beside each other, neither would see the other's new keys. */
const LOCK = 7_630_985;

/** Finds people who may be one: looks at everybody marked since, by keys, never at all pairs. */
@Injectable()
export class DuplicateSearch {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly keys: MatchKeys,
  ) {}

  /**
   * Looks at the people marked until now, at most `most` of them, oldest marks first. What it finds is written with the
   * marks taken away, so that a crash leaves them for the next time. Returns how many it looked at.
   */
  async run(most: number = 10 * BATCH): Promise<number> {
    let looked = 0;
    for (let count = -1; count !== 0 && looked < most; looked += Math.max(0, count)) {
      count = await this.transactions.run((tx) => this.batch(tx));
    }
    return looked;
  }

  private async batch(tx: EntityManager): Promise<number> {
    const [lock]: { mine: boolean }[] = await tx.query('SELECT pg_try_advisory_xact_lock($1) AS mine', [
      LOCK,
    ]);
    if (!lock?.mine) return 0;
    const [marks]: [{ personId: string }[], number] = await tx.query(
      `DELETE FROM person_match_marks WHERE id IN (SELECT id FROM person_match_marks ORDER BY id LIMIT $1)
       RETURNING person_id AS "personId"`,
      [BATCH],
    );
    const ids = [...new Set(marks.map(({ personId }) => personId))];
    if (ids.length === 0) return 0;
    const profiles = await this.keys.renew(tx, ids);
    await this.settle(tx, ids, await this.pairsOf(tx, profiles));
    return ids.length;
  }

  private async pairsOf(tx: EntityManager, profiles: readonly MatchProfile[]): Promise<Pair[]> {
    const candidates = await this.keys.neighbours(tx, profiles);
    const known = new Map(profiles.map((profile) => [profile.personId, profile]));
    const others = [...new Set(candidates.map(([, other]) => other))].filter((id) => !known.has(id));
    for (const profile of await this.keys.profiles(tx, others)) known.set(profile.personId, profile);
    const pairs = new Map<string, Pair>();
    for (const candidate of candidates) {
      const [first, second] = [...candidate].sort() as [string, string];
      const [one, other] = [known.get(first), known.get(second)];
      if (pairs.has(`${first} ${second}`) || !one || !other) continue;
      const suspicion = suspicionOf(one, other);
      if (suspicion) pairs.set(`${first} ${second}`, { ...suspicion, first, second });
    }
    return [...pairs.values()];
  }

  /** Writes what was found down, opens what has news, and takes away open ones that nothing supports any more. */
  private async settle(tx: EntityManager, ids: readonly string[], pairs: readonly Pair[]): Promise<void> {
    const known: Known[] = await tx.query(KNOWN, [ids]);
    const byPair = new Map(known.map((each) => [`${each.first} ${each.second}`, each]));
    for (const pair of pairs) {
      const before = byPair.get(`${pair.first} ${pair.second}`);
      byPair.delete(`${pair.first} ${pair.second}`);
      await this.write(tx, pair, before);
    }
    for (const { id, state, dismissed } of byPair.values()) {
      if (state === 'open') await tx.query(dismissed.length > 0 ? BACK : AWAY, [id]);
    }
  }

  private async write(tx: EntityManager, pair: Pair, known: Known | undefined): Promise<void> {
    const { first, second, score, reasons, signals } = pair;
    if (!known) {
      const earlier: { dismissed: string[] }[] = await tx.query(EARLIER, [first, second]);
      const dismissed = earlier.flatMap((each) => each.dismissed);
      if (earlier.length > 0 && !isNews(signals, dismissed)) return;
      await tx.query(NEW, [
        newId(),
        this.clock.now(),
        first,
        second,
        score,
        JSON.stringify(reasons),
        signals,
      ]);
    } else if (known.state === 'open' || (known.state === 'dismissed' && isNews(signals, known.dismissed))) {
      await tx.query(OPEN, [known.id, score, JSON.stringify(reasons), signals]);
    }
  }
}

/** $1 people. */
const KNOWN = `SELECT id, first_person_id AS first, second_person_id AS second, state, dismissed_signals AS dismissed
  FROM duplicate_suspicions WHERE first_person_id = ANY ($1) OR second_person_id = ANY ($1) FOR UPDATE`;
/** What was said of the two while one of them was still somebody else. $1 one, $2 the other. */
const EARLIER = `SELECT dismissed_signals AS dismissed FROM duplicate_suspicions WHERE state = 'dismissed'
  AND (first_person_id = ANY (same_person($1)) AND second_person_id = ANY (same_person($2))
    OR first_person_id = ANY (same_person($2)) AND second_person_id = ANY (same_person($1)))`;
const NEW = `INSERT INTO duplicate_suspicions (id, created_at, first_person_id, second_person_id, score, reasons, signals)
  VALUES ($1, $2, $3, $4, $5, $6, $7)`;
const OPEN = `UPDATE duplicate_suspicions SET state = 'open', score = $2, reasons = $3, signals = $4,
    version = version + 1
  WHERE id = $1 AND (state <> 'open' OR score <> $2 OR signals <> $4 OR reasons <> $3)`;
const AWAY = 'DELETE FROM duplicate_suspicions WHERE id = $1';
/** Opened by news that is gone again: the earlier word stands. */
const BACK = `UPDATE duplicate_suspicions SET state = 'dismissed', version = version + 1 WHERE id = $1`;

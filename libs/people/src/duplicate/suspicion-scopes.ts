import { Injectable } from '@nestjs/common';
import { Transactions } from '@himpun/database';
import { notFound, type Actor } from '@himpun/kernel';
import type { EntityManager } from 'typeorm';
import { maySeeSuspicion, type PairScope } from './duplicate.access';
import type { SuspicionState } from './duplicate-suspicion.states';

/** A suspicion and what decides who may see it. */
export interface ScopedSuspicion extends PairScope {
  id: string;
  firstId: string;
  secondId: string;
  state: SuspicionState;
  signals: string[];
  /** One of the two is a tombstone by now. */
  settledElsewhere: boolean;
}

const SCOPED = `SELECT s.id, s.first_person_id AS "firstId", s.second_person_id AS "secondId", s.state, s.signals,
  EXISTS (SELECT 1 FROM people p WHERE p.id IN (s.first_person_id, s.second_person_id) AND p.merged_into_id IS NOT NULL)
    AS "settledElsewhere"
  FROM duplicate_suspicions s WHERE s.id = $1`;

/** Suspicions as their verbs meet them. */
@Injectable()
export class SuspicionScopes {
  constructor(private readonly transactions: Transactions) {}

  /** Runs a read that needs several questions of one moment. */
  reading<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.transactions.run(work);
  }

  /** What the actor may see, hidden and missing alike. @throws duplicate_suspicion.not_found */
  async visible(tx: EntityManager, actor: Actor, id: string): Promise<ScopedSuspicion> {
    const found = await this.find(tx, id);
    if (!found || !maySeeSuspicion(actor, found)) throw notFound('duplicate_suspicion');
    return found;
  }

  /** The same with both people and the suspicion locked, people first and in the order of their ids. */
  async locked(tx: EntityManager, actor: Actor, id: string): Promise<ScopedSuspicion> {
    const { personIds } = await this.visible(tx, actor, id);
    await lockPeople(tx, personIds);
    await tx.query('SELECT 1 FROM duplicate_suspicions WHERE id = $1 FOR UPDATE', [id]);
    return this.visible(tx, actor, id);
  }

  /** The groups that know each of the people. */
  async pathsOf(tx: EntityManager, personIds: readonly string[]): Promise<string[][][]> {
    const rows: { personId: string; path: string[] }[] = await tx.query(
      'SELECT person_id AS "personId", path FROM person_groups WHERE person_id = ANY ($1)',
      [personIds],
    );
    return personIds.map((id) => rows.filter(({ personId }) => personId === id).map(({ path }) => path));
  }

  private async find(tx: EntityManager, id: string): Promise<ScopedSuspicion | null> {
    const [row]: Omit<ScopedSuspicion, 'personIds' | 'groupPaths'>[] = await tx.query(SCOPED, [id]);
    if (!row) return null;
    const personIds = [row.firstId, row.secondId];
    return { ...row, personIds, groupPaths: await this.pathsOf(tx, personIds) };
  }
}

/** Holds people until the transaction ends: nothing new is written down for them meanwhile. */
export async function lockPeople(tx: EntityManager, personIds: readonly string[]): Promise<void> {
  await tx.query('SELECT 1 FROM people WHERE id = ANY ($1) ORDER BY id FOR UPDATE', [personIds]);
}

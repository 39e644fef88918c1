import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, newId, type Reason } from '@himpun/kernel';
import type { EntityManager } from 'typeorm';
import { sourcesOf, type GroupCoverage } from '../check/group-coverage';
import { EMPTY_CLAIM } from '../credential/claim';
import { CheckSources } from '../source/check-sources';
import { MANUAL } from '../source/coverage.policy';
import { registryNamed } from '../source/registry-list';
import { INSERT_ANSWERS } from './verification-list.sql';

const BATCH = 1_000;

interface PlannedRow {
  id: string;
  row: number;
  number: string;
  authority: string;
}

/** Who is to be asked about whom: the same choice of sources as for an application. */
@Injectable()
export class ListPlans {
  constructor(
    private readonly sources: CheckSources,
    private readonly clock: Clock,
  ) {}

  /** Plans the questions of all rows anew; joins the caller's transaction. */
  async plan(tx: EntityManager, list: { id: string; groupId: string }): Promise<void> {
    const coverage = await sourcesOf(tx, list.groupId);
    await tx.query('DELETE FROM verification_list_answers WHERE list_id = $1', [list.id]);
    await tx.query('DELETE FROM verification_list_sources WHERE list_id = $1', [list.id]);
    for (let after = 0; ;) {
      const rows: PlannedRow[] = await tx.query(
        `SELECT id, row_no AS row, number, authority FROM verification_list_rows
         WHERE list_id = $1 AND row_no > $2 ORDER BY row_no LIMIT ${BATCH}`,
        [list.id, after],
      );
      const last = rows.at(-1);
      if (!last) break;
      const answers = rows.flatMap((row) => this.questions(row, coverage));
      await tx.query(INSERT_ANSWERS, [list.id, JSON.stringify(answers)]);
      after = last.row;
    }
    await tx.query(
      `INSERT INTO verification_list_sources (list_id, source)
       SELECT DISTINCT list_id, source FROM verification_list_answers WHERE list_id = $1`,
      [list.id],
    );
    await tx.query('UPDATE verification_lists SET coverage = $2 WHERE id = $1', [list.id, hashOf(coverage)]);
  }

  /** Whether the plan still rests on what the group uses now. */
  async isCurrent(tx: EntityManager, list: { groupId: string; coverage: Buffer | null }): Promise<boolean> {
    return list.coverage?.equals(hashOf(await sourcesOf(tx, list.groupId))) ?? false;
  }

  private questions(row: PlannedRow, coverage: GroupCoverage) {
    const claim = { ...EMPTY_CLAIM, number: row.number, authority: row.authority };
    const covering = this.sources.covering(claim, { kind: 'licence', signed: false, ...coverage });
    // A list brings no national ids, so a registry that is searched by them would only say so, a thousand times.
    const asked = covering.filter((source) => registryNamed(source)?.usesNationalId !== true);
    return (asked.length > 0 ? asked : [MANUAL]).map((source) => ({
      ...{ id: newId(), rowId: row.id, row: row.row, source },
      ...(source === MANUAL
        ? { runState: 'not_covered', reasons: [NO_SOURCE], endedAt: this.clock.now() }
        : { runState: 'queued', reasons: [], endedAt: null }),
    }));
  }
}

function hashOf({ registeredAuthorities, unusedSources }: GroupCoverage): Buffer {
  const facts = [registeredAuthorities.toSorted(), unusedSources.toSorted()];
  return createHash('sha256').update(JSON.stringify(facts)).digest();
}

const NO_SOURCE: Reason = {
  code: 'no_source',
  text: {
    id: 'Tidak ada sumber yang dapat memeriksa nomor dari otoritas ini. Periksa sendiri pada otoritasnya.',
    en: 'No source can check a number of this authority. Ask the authority itself.',
  },
};

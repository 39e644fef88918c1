import { Injectable } from '@nestjs/common';
import { Transactions } from '@himpun/database';
import type { EntityManager } from 'typeorm';
import type { HolderEntry } from './file/register-file';
import { countedChanges } from './change-counts';
import { lockRegister, longStatements } from './register-versions';
import { entryJson, PROPOSE_CHANGES } from './register-versions.sql';
import { kindOf, undoing, type LaterWriter } from './undoing.policy';

const BATCH = 2_000;

/** Works out what undoing a version would change, for the officer to look at. */
@Injectable()
export class RegisterProposals {
  constructor(private readonly transactions: Transactions) {}

  /** Lets a rollback that is being worked out wait for its confirmation. Whole or not at all; harmless when repeated. */
  async undo(importId: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      await longStatements(tx);
      const [found]: RollbackRow[] = await tx.query(ROLLBACK, [importId]);
      if (!found) return;
      const base = await lockRegister(tx, found.registerId);
      const left = { laterFiles: 0, byHand: 0 };
      let changed = 0;
      for (let after: [string, string] = ['', '']; ;) {
        const batch: DoneRow[] = await tx.query(DONE, [found.undoesImportId, ...after, BATCH]);
        const last = batch.at(-1);
        if (!last) break;
        after = [last.kind, last.key];
        changed += await propose(tx, importId, found, batch, left);
      }
      const changes = await countedChanges(tx, importId, found.registerId);
      await tx.query(WAIT, [importId, JSON.stringify({ changes, left }), base, changed]);
    });
  }
}

interface RollbackRow {
  registerId: string;
  undoesImportId: string;
  undoesNumber: number;
}

interface DoneRow {
  key: string;
  kind: string;
  before: HolderEntry | null;
  after: HolderEntry | null;
}

async function propose(
  tx: EntityManager,
  importId: string,
  rollback: RollbackRow,
  batch: readonly DoneRow[],
  left: { laterFiles: number; byHand: number },
): Promise<number> {
  const keys = batch.map(({ key }) => key);
  const later: { key: string; by: LaterWriter }[] = await tx.query(LATER, [
    rollback.registerId,
    rollback.undoesNumber,
    keys,
  ]);
  const present: { key: string; entry: HolderEntry }[] = await tx.query(PRESENT, [rollback.registerId, keys]);
  const writers = new Map<string, LaterWriter[]>();
  for (const { key, by } of later) writers.set(key, [...(writers.get(key) ?? []), by]);
  const entries = new Map(present.map(({ key, entry }) => [key, entry]));
  const changes = batch.flatMap((done) => {
    const result = undoing(done, writers.get(done.key) ?? [], entries.get(done.key) ?? null);
    if (result.kind === 'left') {
      left[result.by === 'hand' ? 'byHand' : 'laterFiles'] += 1;
      return [];
    }
    const kind = kindOf(result.change);
    return kind === null ? [] : [{ key: done.key, kind, ...result.change }];
  });
  if (changes.length > 0) await tx.query(PROPOSE_CHANGES, [importId, JSON.stringify(changes)]);
  return changes.length;
}

const ROLLBACK = `
  SELECT i.register_id AS "registerId", i.undoes_import_id AS "undoesImportId", u.number AS "undoesNumber"
  FROM register_imports i JOIN register_imports u ON u.id = i.undoes_import_id
  WHERE i.id = $1 AND i.state = 'reading' AND i.kind = 'rollback' FOR UPDATE OF i`;

const DONE = `
  SELECT number_key AS key, kind, before, after FROM register_changes
  WHERE import_id = $1 AND (kind, number_key) > ($2, $3) ORDER BY kind, number_key LIMIT $4`;

const LATER = `
  SELECT c.number_key AS key, CASE WHEN i.kind = 'correction' THEN 'hand' ELSE 'file' END AS by
  FROM register_changes c JOIN register_imports i ON i.id = c.import_id
  WHERE i.register_id = $1 AND i.number > $2 AND i.finished_at IS NOT NULL AND c.number_key = ANY ($3::text[])`;

const PRESENT = `
  SELECT e.number_key AS key, ${entryJson('e')} AS entry FROM register_entries e
  WHERE e.register_id = $1 AND e.number_key = ANY ($2::text[])`;

const WAIT = `
  UPDATE register_imports SET state = 'checked', report = report || $2::jsonb, base_import_id = $3, row_count = $4,
    imported_rows = $4 WHERE id = $1`;

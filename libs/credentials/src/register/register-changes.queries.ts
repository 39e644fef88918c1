import { Injectable } from '@nestjs/common';
import { Sql } from '@himpun/database';
import { notFound, type Actor } from '@himpun/kernel';
import { numberKey } from '../source/authority-key';
import type { HolderEntry } from './file/register-file';
import type { ChangeKind } from './register-change.entity';
import type { VersionKind } from './register-import.states';
import { RegisterQueries } from './register.queries';
import { entryJson } from './register-versions.sql';

/** What a version changes of one holder. */
export interface ChangeLine extends Record<string, unknown> {
  kind: ChangeKind;
  numberKey: string;
  /** The line in the version's file; null when it came from none. */
  row: number | null;
  byHand: boolean;
  before: HolderEntry | null;
  after: HolderEntry | null;
}

/** One page of changes. */
export interface ChangeSearch {
  /** Null: all kinds. */
  kind: ChangeKind | null;
  page: number;
  pageSize: number;
}

/** A change with the version that made it. */
export interface HistoryLine extends ChangeLine {
  importId: string;
  version: number;
  versionKind: VersionKind;
  at: Date;
  reason: string | null;
}

/** What the register says of one number, and said before. */
export interface HolderHistory {
  entry: HolderEntry | null;
  /** Number of the version that wrote it last. */
  version: number | null;
  /** Newest first; not the first version, which changed nothing. */
  changes: HistoryLine[];
}

/** Reads of what versions changed, row by row. */
@Injectable()
export class RegisterChangeQueries {
  constructor(
    private readonly sql: Sql,
    private readonly registers: RegisterQueries,
  ) {}

  /** @throws register.not_found, register.forbidden, register_import.not_found */
  async page(
    actor: Actor,
    registerId: string,
    importId: string,
    { kind, page, pageSize }: ChangeSearch,
  ): Promise<{ items: ChangeLine[]; total: number }> {
    await this.known(actor, registerId, importId);
    const [items, count] = await Promise.all([
      this.sql.rows<ChangeLine>(
        `SELECT ${CHANGE} FROM register_changes c WHERE c.import_id = $1 AND ($2::text IS NULL OR c.kind = $2)
         ORDER BY c.kind, c.number_key LIMIT $3 OFFSET $4`,
        [importId, kind, pageSize, (page - 1) * pageSize],
      ),
      this.sql.row<{ total: number }>(
        `SELECT count(*)::int AS total FROM register_changes WHERE import_id = $1 AND ($2::text IS NULL OR kind = $2)`,
        [importId, kind],
      ),
    ]);
    return { items, total: count?.total ?? 0 };
  }

  /** All changes of a version, in pieces. @throws as `page` */
  async *all(actor: Actor, registerId: string, importId: string): AsyncGenerator<ChangeLine[]> {
    await this.known(actor, registerId, importId);
    for (let after = ['', '']; ;) {
      const piece = await this.sql.rows<ChangeLine>(
        `SELECT ${CHANGE} FROM register_changes c WHERE c.import_id = $1 AND (c.kind, c.number_key) > ($2, $3)
         ORDER BY c.kind, c.number_key LIMIT 5000`,
        [importId, ...after],
      );
      const last = piece.at(-1);
      if (!last) return;
      yield piece;
      after = [last.kind, last.numberKey];
    }
  }

  /** What the register says of a number, however it is written. @throws register.not_found, register.forbidden */
  async holder(actor: Actor, registerId: string, number: string): Promise<HolderHistory> {
    await this.registers.get(actor, registerId);
    const key = numberKey(number);
    const [present, changes] = await Promise.all([
      this.sql.row<{ entry: HolderEntry; version: number }>(
        `SELECT ${entryJson('e')} AS entry, e.version FROM register_entries e
         WHERE e.register_id = $1 AND e.number_key = $2`,
        [registerId, key],
      ),
      this.sql.rows<HistoryLine>(
        `SELECT ${CHANGE}, i.id AS "importId", i.number AS version, i.kind AS "versionKind", i.finished_at AS at, i.reason
         FROM register_changes c JOIN register_imports i ON i.id = c.import_id
         WHERE c.number_key = $2 AND i.register_id = $1 AND i.finished_at IS NOT NULL
         ORDER BY i.number DESC LIMIT 100`,
        [registerId, key],
      ),
    ]);
    return { entry: present?.entry ?? null, version: present?.version ?? null, changes };
  }

  private async known(actor: Actor, registerId: string, importId: string): Promise<void> {
    await this.registers.get(actor, registerId);
    const found = await this.sql.row('SELECT 1 FROM register_imports WHERE id = $1 AND register_id = $2', [
      importId,
      registerId,
    ]);
    if (!found) throw notFound('register_import');
  }
}

const CHANGE = `c.kind, c.number_key AS "numberKey", c.row_no AS row, c.by_hand AS "byHand", c.before, c.after`;

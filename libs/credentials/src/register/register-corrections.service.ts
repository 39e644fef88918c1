import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Sql, Transactions } from '@himpun/database';
import { Clock, newId, type Actor, type LocalDate } from '@himpun/kernel';
import { Outbox } from '@himpun/outbox';
import type { EntityManager } from 'typeorm';
import { numberKey } from '../source/authority-key';
import { countedChanges } from './change-counts';
import type { HolderEntry, RegisterColumn } from './file/register-file';
import { readRow } from './file/register-row.policy';
import { NO_FILE } from './no-file';
import type { EntryStatus } from './register-entry.entity';
import { RegisterImport } from './register-import.entity';
import { correctionRefused, IMPORT_REFUSALS } from './register-refusals';
import { keptRegister, lockRegister, longStatements, makeCurrent, nextNumber } from './register-versions';
import { DROP_GONE, entryJson, PROPOSE_CHANGES, TAKE_CHANGES_IN } from './register-versions.sql';
import { kindOf } from './undoing.policy';

/** What an officer says the register should hold of one number. */
export interface Correction {
  number: string;
  /** Null: the number is no longer listed. */
  entry: CorrectedEntry | null;
  reason: string;
}

export interface CorrectedEntry {
  name: string;
  birthDate: LocalDate | null;
  profession: string | null;
  status: EntryStatus;
  validFrom: LocalDate | null;
  validUntil: LocalDate | null;
}

/** Corrections by hand, each a version of its own that can be undone like any other. */
@Injectable()
export class RegisterCorrections {
  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Enters, changes or strikes off one holder. Counts at once; the next file that says otherwise says so before it takes its
   * place. Returns the new version's id.
   * @throws register.not_found, register.forbidden, register_import.in_progress, register_correction.invalid
   */
  async correct(actor: Actor, registerId: string, correction: Correction): Promise<string> {
    const register = await keptRegister(this.sql, actor, registerId);
    const entry = correction.entry && checkedEntry(correction.number, correction.entry);
    const key = numberKey(correction.number);
    return this.transactions.run(async (tx) => {
      await longStatements(tx);
      const base = await lockRegister(tx, registerId);
      const running: unknown[] = await tx.query(RUNNING, [registerId]);
      if (running.length > 0 || base === null) throw IMPORT_REFUSALS.running();
      const [found]: { entry: HolderEntry }[] = await tx.query(PRESENT, [registerId, key]);
      const change = { before: found?.entry ?? null, after: entry };
      const kind = kindOf(change);
      if (kind === null) throw correctionRefused([NOTHING]);
      const [id, number] = [newId(), await nextNumber(tx, registerId)];
      await tx.insert(RegisterImport, {
        ...NO_FILE,
        ...{ id, registerId, number, kind: 'correction', state: 'confirmed', baseImportId: base },
        createdAt: this.clock.now(),
        reason: correction.reason.trim(),
        uploadedBy: actor.personId,
        confirmedBy: actor.personId,
        confirmedAt: this.clock.now(),
        rowCount: 1,
        importedRows: 1,
      });
      await tx.query(PROPOSE_CHANGES, [id, JSON.stringify([{ key, kind, ...change }])]);
      await this.takeIn(tx, id, registerId, number);
      await this.audit.record(tx, actor, {
        action: 'register.corrected',
        subjectType: 'register_import',
        subjectId: id,
        groupId: register.groupId,
        details: { kind, reason: correction.reason.trim() },
      });
      await this.outbox.announce(tx, 'credentials.register_imported', { importId: id, registerId });
      return id;
    });
  }

  private async takeIn(tx: EntityManager, id: string, registerId: string, number: number): Promise<void> {
    const changes = await countedChanges(tx, id, registerId);
    await tx.query(DROP_GONE, [id, registerId]);
    await tx.query(TAKE_CHANGES_IN, [id, registerId, number]);
    await tx.query(
      `UPDATE register_imports SET report = report || jsonb_build_object('changes', $2::jsonb) WHERE id = $1`,
      [id, JSON.stringify(changes)],
    );
    const holders = changes.same + changes.changed + changes.added;
    await makeCurrent(tx, registerId, id, holders, this.clock.now());
  }
}

/** The same rules as for a row of a file. @throws register_correction.invalid */
function checkedEntry(number: string, entry: CorrectedEntry): HolderEntry {
  const cells = {
    number,
    name: entry.name,
    birth_date: entry.birthDate ?? '',
    profession: entry.profession ?? '',
    status: entry.status,
    valid_from: entry.validFrom ?? '',
    valid_until: entry.validUntil ?? '',
  };
  const row = readRow(1, cells, { columns: {}, dates: 'day_first' });
  if (Array.isArray(row)) {
    throw correctionRefused(
      row.map(({ code, column, text }) => ({ code, field: FIELDS[column as RegisterColumn], text })),
    );
  }
  const { row: _row, numberKey: _key, ...found } = row;
  return found;
}

const FIELDS: Readonly<Record<RegisterColumn, string>> = {
  number: 'number',
  name: 'entry.name',
  birth_date: 'entry.birthDate',
  profession: 'entry.profession',
  status: 'entry.status',
  valid_from: 'entry.validFrom',
  valid_until: 'entry.validUntil',
};

const NOTHING = {
  code: 'nothing_changes',
  field: 'number',
  text: {
    id: 'Register sudah menyatakan hal yang sama tentang nomor ini.',
    en: 'The register says the same of this number already.',
  },
};

const RUNNING = `SELECT 1 FROM register_imports WHERE register_id = $1 AND state = 'confirmed'`;

const PRESENT = `
  SELECT ${entryJson('e')} AS entry FROM register_entries e WHERE e.register_id = $1 AND e.number_key = $2`;

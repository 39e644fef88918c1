import { Injectable } from '@nestjs/common';
import { Sql } from '@himpun/database';
import { localDateOf, type LocalDate, type Reason } from '@himpun/kernel';
import type { Claim } from '../credential/claim';
import type { EntryStatus } from '../register/register-entry.entity';
import { ANSWER_REASONS, needsPerson } from './answer.policy';
import { authorityKey, numberKey } from './authority-key';
import {
  CheckSource,
  type CheckAnswer,
  type CheckContext,
  type CheckRequest,
  type CoverageContext,
} from './check-source';
import { registerCovers } from './coverage.policy';
import { entryFinding } from './register-entry.policy';
import { HOUSE_LIMITS } from './source-limits';

/** The lists of licence holders that the association has taken in; the entry is found by number, then compared. */
@Injectable()
export class AuthorityRegisterSource extends CheckSource {
  readonly id = 'authority_register';
  readonly version = '1';
  readonly name = { id: 'Register otoritas', en: 'Authority register' };
  readonly limits = HOUSE_LIMITS.authority_register;

  constructor(private readonly sql: Sql) {
    super();
  }

  covers(claim: Claim, context: CoverageContext): boolean {
    return registerCovers(claim, context);
  }

  async check(request: CheckRequest, context: CheckContext): Promise<CheckAnswer> {
    const query = {
      authority: authorityKey(request.claim.authority ?? ''),
      number: numberKey(request.claim.number ?? ''),
    };
    const rows = await this.sql.rows<EntryRow>(FIND, [request.groupId, query.authority, query.number]);
    const [first] = rows;
    if (!first)
      return { ...BASE, run: 'not_covered', query, reasons: [NO_REGISTER], sourceVersion: this.version };
    const sourceVersion = `${first.authority} v${first.importNumber} (${localDateOf(first.importedAt)})`;
    if (first.number === null) {
      return { ...BASE, outcome: 'not_found', query, sourceVersion, reasons: [ANSWER_REASONS.not_found] };
    }
    const found = entryFinding(
      { ...first, number: first.number, name: first.name ?? '' },
      request,
      localDateOf(context.now),
    );
    const { authority: _authority, importNumber: _number, importedAt: _at, ...entry } = first;
    return {
      ...BASE,
      ...found,
      needsPerson: needsPerson(found.outcome),
      query,
      answer: JSON.stringify(entry),
      sourceVersion,
    };
  }
}

interface EntryRow extends Record<string, unknown> {
  authority: string;
  importNumber: number;
  importedAt: Date;
  number: string | null;
  name: string | null;
  birthDate: LocalDate | null;
  profession: string | null;
  status: EntryStatus;
  validFrom: LocalDate | null;
  validUntil: LocalDate | null;
}

// The nearest group's register of the authority counts; without an entry there is still a row that names the register.
const FIND = `
  SELECT r.authority, i.number AS "importNumber", coalesce(i.finished_at, i.created_at) AS "importedAt",
    e.number, e.name, e.birth_date::text AS "birthDate", e.profession, e.status,
    e.valid_from::text AS "validFrom", e.valid_until::text AS "validUntil"
  FROM groups g
  JOIN registers r ON r.group_id = ANY (g.path) AND r.authority_key = $2
  JOIN register_imports i ON i.id = r.current_import_id
  LEFT JOIN register_entries e ON e.register_id = r.id AND e.number_key = $3
  WHERE g.id = $1
  ORDER BY array_position(g.path, r.group_id) DESC LIMIT 1`;

const BASE = {
  run: 'ran' as const,
  outcome: null,
  needsPerson: true,
  reasons: [],
  fields: [],
  answer: null,
};

const NO_REGISTER: Reason = {
  code: 'no_register',
  text: {
    id: 'Register otoritas ini belum diimpor oleh kelompok ini.',
    en: 'This group has not taken in the register of this authority.',
  },
};

import { Injectable } from '@nestjs/common';
import { Sql } from '@himpun/database';

/** One line of a record's history. */
export interface HistoryLine {
  id: string;
  at: Date;
  actorLabel: string;
  actorKind: 'person' | 'system' | 'bot';
  action: string;
  reason: string | null;
  details: Record<string, unknown>;
}

/** Reads of the trail. */
@Injectable()
export class AuditQueries {
  constructor(private readonly sql: Sql) {}

  /** The newest acts on one record, newest first. */
  historyOf(subjectType: string, subjectId: string, limit = 200): Promise<HistoryLine[]> {
    return this.sql.rows<HistoryLine & Record<string, unknown>>(
      `SELECT id, at, actor_label AS "actorLabel", actor_kind AS "actorKind", action, reason, details
       FROM audit_entries WHERE subject_type = $1 AND subject_id = $2 ORDER BY at DESC, id DESC LIMIT $3`,
      [subjectType, subjectId, limit],
    );
  }
}

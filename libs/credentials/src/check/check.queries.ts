import { Injectable } from '@nestjs/common';
import { Sql } from '@himpun/database';
import type { Actor, Reason } from '@himpun/kernel';
import type { Claim, CredentialKind } from '../credential/claim';
import type { ComparedField } from '../source/check-source';
import { maySeeCheck } from './check.access';
import type { CheckAction, CheckOutcome, RunState } from './check.states';

/** A person's look at a check. */
export interface ReviewLine {
  id: string;
  at: string;
  reviewer: string;
  verdict: 'confirm' | 'override';
  outcome: CheckOutcome;
  outcomeBefore: string | null;
  reason: string;
}

/** One check as people read it. */
export interface CheckLine extends Record<string, unknown> {
  id: string;
  credentialId: string;
  credentialVersion: number;
  personId: string;
  groupPath: string[];
  originType: string;
  originId: string;
  kind: CredentialKind;
  source: string;
  claim: Claim;
  runState: RunState;
  outcome: CheckOutcome | null;
  action: CheckAction;
  reasons: Reason[];
  fields: ComparedField[];
  query: Record<string, unknown> | null;
  answer: string | null;
  answerHash: string | null;
  sourceVersion: string | null;
  attempts: number;
  requestedAt: Date;
  startedAt: Date | null;
  endedAt: Date | null;
  reviews: ReviewLine[];
}

/** Reads of checks. */
@Injectable()
export class CheckQueries {
  constructor(private readonly sql: Sql) {}

  /** The checks of one origin (an application), oldest first; none for who may not see them. */
  async ofOrigin(actor: Actor, originType: string, originId: string): Promise<CheckLine[]> {
    const rows = await this.sql.rows<CheckLine>(
      `${SELECT} WHERE k.origin_type = $1 AND k.origin_id = $2 ORDER BY k.id`,
      [originType, originId],
    );
    return rows.filter((row) => maySeeCheck(actor, row));
  }

  /** One check; null for who may not see it. */
  async get(actor: Actor, checkId: string): Promise<CheckLine | null> {
    const row = await this.sql.row<CheckLine>(`${SELECT} WHERE k.id = $1`, [checkId]);
    return row && maySeeCheck(actor, row) ? row : null;
  }
}

const SELECT = `
  SELECT k.id, k.credential_id AS "credentialId", k.credential_version AS "credentialVersion",
    k.person_id AS "personId", g.path AS "groupPath", k.origin_type AS "originType", k.origin_id AS "originId", k.claim->>'kind' AS kind, k.source, k.claim,
    k.run_state AS "runState", k.outcome, k.action, k.reasons, k.fields, k.query, k.answer,
    encode(k.answer_hash, 'hex') AS "answerHash", k.source_version AS "sourceVersion", k.attempts,
    k.created_at AS "requestedAt", k.started_at AS "startedAt", k.ended_at AS "endedAt",
    coalesce((SELECT jsonb_agg(jsonb_build_object('id', v.id, 'at', v.created_at, 'reviewer', p.full_name,
        'verdict', v.verdict, 'outcome', v.outcome, 'outcomeBefore', v.outcome_before, 'reason', v.reason) ORDER BY v.id)
      FROM check_reviews v JOIN people p ON p.id = v.reviewer_id WHERE v.check_id = k.id), '[]') AS reviews
  FROM checks k JOIN groups g ON g.id = k.group_id`;

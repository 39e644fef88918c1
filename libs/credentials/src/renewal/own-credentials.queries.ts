import { Injectable } from '@nestjs/common';
import { Sql } from '@himpun/database';
import type { LocalDate } from '@himpun/kernel';
import type { CheckOutcome, RunState } from '../check/check.states';
import { LAST_DAY } from './renewals.sql';

/** How the newest renewal of a credential stands for its holder. */
export type RenewalState = 'draft' | 'checking' | 'with_person' | 'refused' | 'confirmed';

/** Something that happened to a credential. Parts that a type does not have are absent. */
export interface CredentialEvent {
  type:
    | 'claimed'
    | 'renewal_begun'
    | 'checked'
    | 'reviewed'
    | 'reminded'
    | 'renewal_sent'
    | 'renewal_confirmed'
    | 'renewed';
  /** ISO 8601 instant. */
  at: string;
  source?: string;
  runState?: RunState;
  outcome?: CheckOutcome | null;
  /** An officer's words. */
  reason?: string;
  daysBefore?: number;
  groupNameId?: string;
  groupNameEn?: string;
}

/** What its holder reads of a credential besides claim and checks. */
export interface OwnCredentialLine extends Record<string, unknown> {
  credentialId: string;
  renewsId: string | null;
  /** As its sources have it, or else as claimed; null for life, or where none is known. */
  lastDay: LocalDate | null;
  /** Whether a membership rests on it, or did. */
  isRelied: boolean;
  renewal: { credentialId: string; state: RenewalState } | null;
  /** Newest first. */
  events: CredentialEvent[];
}

/** People's own credentials with what became of them. */
@Injectable()
export class OwnCredentials {
  constructor(private readonly sql: Sql) {}

  /** All that are not withdrawn, oldest first. */
  of(personId: string): Promise<OwnCredentialLine[]> {
    return this.sql.rows<OwnCredentialLine>(LINES, [personId]);
  }
}

const MOST_EVENTS = 40;

const NAMES = `'groupNameId', g.name_id, 'groupNameEn', g.name_en`;
const SOURCES_OUTCOME = `coalesce((SELECT v.outcome_before FROM check_reviews v WHERE v.check_id = k.id
  AND v.outcome_before IS NOT NULL ORDER BY v.id LIMIT 1), k.outcome)`;

/** `c` is the credential. */
const EVENTS = `
  SELECT c.created_at AS at, CASE WHEN c.renews_id IS NULL THEN 'claimed' ELSE 'renewal_begun' END AS type, '{}'::jsonb AS facts
  UNION ALL SELECT k.ended_at, 'checked', jsonb_build_object('source', k.source, 'runState', k.run_state,
      'outcome', ${SOURCES_OUTCOME}, ${NAMES})
    FROM checks k JOIN groups g ON g.id = k.group_id
    WHERE k.credential_id = c.id AND k.ended_at IS NOT NULL AND k.source <> 'manual'
  UNION ALL SELECT v.created_at, 'reviewed', jsonb_build_object('outcome', v.outcome, 'reason', v.reason, ${NAMES})
    FROM check_reviews v JOIN checks k ON k.id = v.check_id JOIN groups g ON g.id = k.group_id WHERE k.credential_id = c.id
  UNION ALL SELECT e.created_at, 'reminded', jsonb_build_object('daysBefore', e.days_before, ${NAMES})
    FROM expiry_reminders e JOIN groups g ON g.id = e.group_id WHERE e.credential_id = c.id
  UNION ALL SELECT n.created_at, 'renewal_sent', jsonb_build_object(${NAMES})
    FROM credential_renewals n JOIN groups g ON g.id = n.group_id WHERE n.credential_id = c.id
  UNION ALL SELECT n.confirmed_at, CASE n.credential_id WHEN c.id THEN 'renewal_confirmed' ELSE 'renewed' END,
      jsonb_build_object(${NAMES})
    FROM credential_renewals n JOIN groups g ON g.id = n.group_id
    WHERE c.id IN (n.credential_id, n.follows_id) AND n.confirmed_at IS NOT NULL`;

/** The newest credential that renews `c`: one group's yes counts before another's question. */
const RENEWAL = `
  SELECT jsonb_build_object('credentialId', s.id, 'state', CASE
      WHEN s.state = 'draft' THEN 'draft'
      WHEN EXISTS (SELECT 1 FROM credential_renewals n WHERE n.credential_id = s.id AND n.confirmed_at IS NOT NULL) THEN 'confirmed'
      WHEN bool_or(k.ended_at IS NULL) THEN 'checking'
      WHEN bool_or(k.action = 'needs_person') THEN 'with_person'
      ELSE 'refused' END)
  FROM credentials s LEFT JOIN credential_renewals n ON n.credential_id = s.id
    LEFT JOIN checks k ON k.origin_type = 'renewal' AND k.origin_id = n.id
  WHERE s.renews_id = c.id AND s.state <> 'withdrawn' GROUP BY s.id ORDER BY s.id DESC LIMIT 1`;

/** $1 person. */
const LINES = `
  SELECT c.id AS "credentialId", c.renews_id AS "renewsId", ${LAST_DAY}::text AS "lastDay",
    EXISTS (SELECT 1 FROM credential_watches w WHERE w.credential_id = c.id) AS "isRelied",
    (${RENEWAL}) AS renewal,
    coalesce((SELECT jsonb_agg(jsonb_build_object('type', e.type, 'at', e.at) || e.facts ORDER BY e.at DESC)
      FROM (SELECT * FROM (${EVENTS}) a ORDER BY a.at DESC LIMIT ${MOST_EVENTS}) e), '[]') AS events
  FROM credentials c WHERE c.person_id = $1 AND c.state <> 'withdrawn' ORDER BY c.id`;

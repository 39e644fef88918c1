import { Injectable } from '@nestjs/common';
import { Sql } from '@himpun/database';
import { Clock, holdsPower, type Actor, type Reason } from '@himpun/kernel';
import type { MembershipStatus } from '../membership/standing.policy';
import { verdictsFor, type Proposal, type Verdict } from './consequence.policy';
import { CASE_READERS } from './standing-case.access';

/** A case as officers read it. */
export interface StandingCaseRow {
  id: string;
  openedAt: Date;
  personId: string;
  fullName: string;
  number: string;
  groupId: string;
  groupPath: string[];
  groupNameId: string;
  groupNameEn: string;
  status: MembershipStatus | 'none';
  change: string;
  proposal: Proposal;
  state: 'open' | 'settled';
  verdict: Verdict | null;
  settledBy: string | null;
  settledAt: Date | null;
  settledReason: string | null;
  ruleVersion: number;
  credentialId: string | null;
  kind: string | null;
  title: string | null;
  credentialNumber: string | null;
  authority: string | null;
  checkId: string | null;
  /** The renewal that the case is about; null for any other. */
  renewalId: string | null;
  /** What the member disclosed; opened apart, on record. */
  disclosureId: string | null;
  source: string | null;
  checkedAt: Date | null;
  /** In the source's words; null where it gave none. */
  reasons: Reason[] | null;
}

export interface StandingCaseLine extends StandingCaseRow {
  /** What the reader may decide. */
  verdicts: Verdict[];
}

export interface StandingCaseSearch {
  state: 'open' | 'settled';
  proposal: Proposal | null;
  /** Part of a name. */
  q: string;
  page: number;
  pageSize: number;
}

type Row = StandingCaseRow & Record<string, unknown>;

/** Reads of cases about standing. */
@Injectable()
export class StandingCaseQueries {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  /** The cases of the actor's groups, not their own: open ones with the oldest first, settled ones with the newest. */
  async page(
    actor: Actor,
    search: StandingCaseSearch,
  ): Promise<{ items: StandingCaseLine[]; total: number }> {
    const powers: readonly string[] = CASE_READERS;
    const groups = actor.powers.filter(({ power }) => powers.includes(power)).map(({ groupId }) => groupId);
    const values = [
      this.clock.now(),
      [...new Set(groups)],
      actor.personId,
      search.state,
      search.proposal,
      search.q.trim(),
    ];
    const order = search.state === 'open' ? 's.created_at, s.id' : 's.settled_at DESC, s.id DESC';
    const [rows, count] = await Promise.all([
      this.sql.rows<Row>(`SELECT ${COLUMNS} ${FROM} ${WANTED} ORDER BY ${order} LIMIT $7 OFFSET $8`, [
        ...values,
        search.pageSize,
        (search.page - 1) * search.pageSize,
      ]),
      this.sql.row<{ total: number }>(
        `SELECT count(*)::int AS total, $1::timestamptz AS now ${FROM} ${WANTED}`,
        values,
      ),
    ]);
    const items = rows.map((row) => ({ ...row, verdicts: verdictsOf(actor, row) }));
    return { items, total: count?.total ?? 0 };
  }

  /** One's own open cases. */
  mine(personId: string): Promise<StandingCaseRow[]> {
    return this.sql.rows<Row>(
      `SELECT ${COLUMNS} ${FROM} WHERE m.person_id = $2 AND s.state = 'open' ORDER BY s.created_at`,
      [this.clock.now(), personId],
    );
  }

  /** For letters; null where it is gone. */
  one(caseId: string): Promise<StandingCaseRow | null> {
    return this.sql.row<Row>(`SELECT ${COLUMNS} ${FROM} WHERE s.id = $2`, [this.clock.now(), caseId]);
  }
}

function verdictsOf(actor: Actor, { state, groupPath, status }: StandingCaseRow): Verdict[] {
  return state === 'open' && holdsPower(actor, 'applications.decide', groupPath) ? verdictsFor(status) : [];
}

/** $1 now. */
const COLUMNS = `s.id, s.created_at AS "openedAt", p.id AS "personId", p.full_name AS "fullName", m.number, g.id AS "groupId",
  g.path AS "groupPath", g.name_id AS "groupNameId", g.name_en AS "groupNameEn",
  coalesce((SELECT d.status FROM membership_periods d WHERE d.membership_id = m.id AND d.starts_at <= $1::timestamptz
    AND (d.ends_at IS NULL OR d.ends_at > $1::timestamptz)), 'none') AS status,
  s.change, s.proposal, s.state, s.verdict, o.full_name AS "settledBy", s.settled_at AS "settledAt",
  s.settled_reason AS "settledReason", s.rule_version AS "ruleVersion", c.id AS "credentialId", c.kind, c.title,
  c.number AS "credentialNumber", c.authority, k.id AS "checkId", s.disclosure_id AS "disclosureId",
  CASE WHEN k.origin_type = 'renewal' THEN k.origin_id END AS "renewalId", k.source, k.ended_at AS "checkedAt", k.reasons`;

const FROM = `FROM standing_cases s JOIN memberships m ON m.id = s.membership_id JOIN people p ON p.id = m.person_id
  JOIN groups g ON g.id = m.group_id LEFT JOIN people o ON o.id = s.settled_by
  LEFT JOIN credentials c ON c.id = s.credential_id LEFT JOIN checks k ON k.id = s.check_id`;

/** $2 groups, $3 reader, $4 state, $5 proposal, $6 part of a name. */
const WANTED = `WHERE g.path && $2::uuid[] AND m.person_id IS DISTINCT FROM $3 AND s.state = $4
  AND ($5::text IS NULL OR s.proposal = $5)
  AND ($6 = '' OR p.search_name LIKE '%' || regexp_replace(searchable($6), '([\\\\%_])', '\\\\\\1', 'g') || '%')`;

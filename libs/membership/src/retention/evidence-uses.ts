import type { RetentionRule } from '@himpun/groups';
import { DEFAULT_RETENTION } from '@himpun/groups';
import type { EntityManager } from 'typeorm';
import type { EvidenceUse } from './retention.policy';

/** What keeps a person's evidence with each group, by the group's id. */
export type UsesByGroup = ReadonlyMap<string, EvidenceUse[]>;

type UseRow = {
  groupId: string;
  kind: string;
  state: string | null;
  endedAt: Date | null;
  rule: RetentionRule | null;
};

/** $1 person. A withdrawal is dated by the trail; a membership ends with the beginning of its last status, if that is an end. */
const USES = `
  SELECT a.group_id AS "groupId", 'application' AS kind,
    CASE WHEN a.state IN ('rejected', 'withdrawn', 'admitted') THEN a.state ELSE 'open' END AS state,
    CASE a.state WHEN 'withdrawn' THEN (SELECT max(e.at) FROM audit_entries e WHERE e.subject_type = 'application'
      AND e.subject_id = a.id AND e.action = 'application.withdrawn') ELSE a.decided_at END AS "endedAt",
    r.retention AS rule
  FROM applications a JOIN admission_rules r ON r.id = a.rule_id WHERE a.person_id = $1
  UNION ALL
  SELECT m.group_id, 'membership', p.status,
    CASE WHEN p.status IN ('lapsed', 'resigned', 'transferred', 'expelled', 'deceased') THEN p.starts_at END, r.retention
  FROM memberships m
  LEFT JOIN LATERAL (SELECT status, starts_at FROM membership_periods WHERE membership_id = m.id
    ORDER BY starts_at DESC LIMIT 1) p ON true
  LEFT JOIN applications a ON a.id = m.application_id LEFT JOIN admission_rules r ON r.id = a.rule_id
  WHERE m.person_id = $1
  UNION ALL
  SELECT group_id, 'hold', kind, NULL, NULL FROM retention_holds WHERE person_id = $1 AND released_at IS NULL
  UNION ALL
  SELECT m.group_id, 'hold', 'standing', NULL, NULL FROM standing_cases s JOIN memberships m ON m.id = s.membership_id
  WHERE m.person_id = $1 AND s.state = 'open'`;

/** Reads them inside the transaction that decides. */
export async function evidenceUses(tx: EntityManager, personId: string): Promise<UsesByGroup> {
  const rows: UseRow[] = await tx.query(USES, [personId]);
  const byGroup = new Map<string, EvidenceUse[]>();
  for (const row of rows) {
    byGroup.set(row.groupId, [...(byGroup.get(row.groupId) ?? []), useOf(row)]);
  }
  return byGroup;
}

function useOf({ kind, state, endedAt, rule }: UseRow): EvidenceUse {
  const known = { ...DEFAULT_RETENTION, ...rule };
  if (kind === 'hold') return { kind: 'hold' };
  if (kind === 'membership') return { kind: 'membership', endedAt, rule: known };
  const ended = state === 'rejected' || state === 'withdrawn' || state === 'admitted' ? state : 'open';
  return { kind: 'application', state: ended, endedAt, rule: known };
}

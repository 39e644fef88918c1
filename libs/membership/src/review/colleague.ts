import type { Actor } from '@himpun/kernel';
import type { EntityManager } from 'typeorm';

const COLLEAGUE = `SELECT p.full_name AS "fullName", coalesce(json_agg(json_build_object('power', x.power, 'groupId', x.group_id))
    FILTER (WHERE x.id IS NOT NULL), '[]') AS powers
  FROM people p LEFT JOIN access_grants x ON x.person_id = p.id AND x.valid_from <= $2 AND (x.valid_until IS NULL OR x.valid_until > $2)
  WHERE p.id = $1 GROUP BY p.id`;

/** Another officer with the powers they hold now, to ask what they may do; null for nobody we know. */
export async function colleague(tx: EntityManager, personId: string, now: Date): Promise<Actor | null> {
  const [known]: { fullName: string; powers: { power: string; groupId: string }[] }[] = await tx.query(
    COLLEAGUE,
    [personId, now],
  );
  if (!known) return null;
  return {
    kind: 'person',
    accountId: null,
    personId,
    label: known.fullName,
    language: 'id',
    sessionId: null,
    powers: known.powers.map((held) => ({ ...held, until: null })),
  };
}

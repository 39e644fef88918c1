import type { EntityManager } from 'typeorm';
import type { CoverageContext } from '../source/check-source';

/** What a group brings to the question which sources cover a claim. */
export type GroupCoverage = Required<Pick<CoverageContext, 'unusedSources'>> &
  Pick<CoverageContext, 'registeredAuthorities'>;

/**
 * Authorities whose registers the group, or one above it, has taken in; and sources that it does not use, where the word of
 * the nearest group counts.
 */
export async function sourcesOf(tx: EntityManager, groupId: string): Promise<GroupCoverage> {
  const [row]: GroupCoverage[] = await tx.query(
    `SELECT ARRAY(SELECT r.authority_key FROM registers r
         WHERE r.group_id = ANY (g.path) AND r.current_import_id IS NOT NULL) AS "registeredAuthorities",
       ARRAY(SELECT n.source FROM (
         SELECT DISTINCT ON (s.source) s.source, s.used FROM group_sources s WHERE s.group_id = ANY (g.path)
         ORDER BY s.source, array_position(g.path, s.group_id) DESC) n WHERE NOT n.used) AS "unusedSources"
     FROM groups g WHERE g.id = $1`,
    [groupId],
  );
  return row ?? { registeredAuthorities: [], unusedSources: [] };
}

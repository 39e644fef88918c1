/** The code that binds the members of the group `g`. */
export const CODE_OF_GROUP = `(SELECT o.id FROM codes o WHERE o.group_id = ANY (g.path)
  ORDER BY array_position(g.path, o.group_id) DESC, o.edition DESC LIMIT 1)`;

/** A membership `m` that runs at $1, in whatever standing. */
export const RUNS = `EXISTS (SELECT 1 FROM membership_periods d WHERE d.membership_id = m.id AND d.starts_at <= $1
  AND (d.ends_at IS NULL OR d.ends_at > $1) AND d.status IN ('active', 'grace', 'leave', 'suspended'))`;

/** What people acknowledged before they were merged, as their survivors'. There are few merged people: an index of them alone is read. */
const OF_MERGED = `(SELECT p.merged_into_id AS person_id, o.code_id, min(o.created_at) AS created_at
  FROM people p JOIN acknowledgements o ON o.person_id = p.id WHERE p.merged_into_id IS NOT NULL GROUP BY 1, 2)`;

/** $1 now. Running memberships with the code that binds them and whether it is acknowledged. */
export const BOUND = `
  SELECT m.id AS membership_id, m.person_id, m.number, b.group_id, b.code_id,
    coalesce(a.created_at, f.created_at) AS acknowledged_at
  FROM (SELECT g.id AS group_id, g.path, ${CODE_OF_GROUP} AS code_id FROM groups g) b
  JOIN memberships m ON m.group_id = b.group_id AND ${RUNS}
  LEFT JOIN acknowledgements a ON a.code_id = b.code_id AND a.person_id = m.person_id
  LEFT JOIN ${OF_MERGED} f ON f.code_id = b.code_id AND f.person_id = m.person_id`;

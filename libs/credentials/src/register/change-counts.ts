import type { EntityManager } from 'typeorm';
import type { ChangeCounts } from './file/register-file';
import { COUNT_CHANGES } from './register-versions.sql';

/** Counts a proposal's changes against the holders there are. */
export async function countedChanges(
  tx: EntityManager,
  importId: string,
  registerId: string,
): Promise<ChangeCounts> {
  const [counts]: Omit<ChangeCounts, 'same'>[] = await tx.query(COUNT_CHANGES, [importId]);
  const [present]: { holders: number }[] = await tx.query(
    'SELECT count(*)::int AS holders FROM register_entries WHERE register_id = $1',
    [registerId],
  );
  const found = counts ?? { added: 0, changed: 0, removed: 0, struck: 0, byHand: 0 };
  return { ...found, same: (present?.holders ?? 0) - found.changed - found.removed };
}

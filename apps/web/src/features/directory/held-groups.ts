import { useQuery } from '@tanstack/react-query';
import { type Session, useSession } from '../../app/session';
import { type Group, groupsQuery } from '../apply/apply.api';

/** The groups in which the person holds a power: those it was given for, and all below them. Parents first. */
export function heldGroups<One extends Pick<Group, 'id' | 'parentId'>>(
  groups: readonly One[],
  session: Pick<Session, 'powers'> | null | undefined,
  power: string,
): One[] {
  const held = new Set(
    (session?.powers ?? []).filter((one) => one.power === power).map(({ groupId }) => groupId),
  );
  // The list gives parents before children, so one pass reaches every depth.
  for (const { id, parentId } of groups) {
    if (parentId !== null && held.has(parentId)) held.add(id);
  }
  return groups.filter(({ id }) => held.has(id));
}

/** The same for the signed-in person; `groups` is undefined while it is not known yet. Only for what to show. */
export function useHeldGroups(power: string): {
  groups: Group[] | undefined;
  error: Error | null;
  refetch: () => void;
} {
  const session = useSession();
  const { data, error, refetch } = useQuery(groupsQuery);
  return { groups: data && heldGroups(data, session, power), error, refetch: () => void refetch() };
}

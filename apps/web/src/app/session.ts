import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import { redirect } from '@tanstack/react-router';
import { Problem, api, call } from '../api/client';
import type { Language } from './language';

/** One power that the person holds now, and until when (ISO 8601 instant; null for no end). */
export interface Power {
  power: string;
  /** What it allows, in the language that the page had. */
  name: string;
  groupId: string;
  groupName: string;
  until: string | null;
}

/** Who is signed in and what they may do. */
export interface Session {
  account: { id: string; email: string; locale: Language; emailConfirmed: boolean };
  person: { id: string; fullName: string };
  powers: Power[];
  demo: boolean;
}

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: readSession,
  staleTime: 60_000,
});

/** The session; null when nobody is signed in, undefined while it is not known yet. */
export function useSession(): Session | null | undefined {
  return useQuery(sessionQuery).data;
}

/** Whether the person holds a power, in one group or in any. Only for what to show: the API decides. */
export function holds(session: Session | null | undefined, power: string, groupId?: string): boolean {
  return (session?.powers ?? []).some(
    (held) => held.power === power && (groupId === undefined || held.groupId === groupId),
  );
}

/** For `beforeLoad` of a route that needs an account: leads to the sign-in page and back. */
export async function requireSession({
  context,
  location,
}: {
  context: { queryClient: QueryClient };
  location: { href: string };
}): Promise<void> {
  const session = await context.queryClient.ensureQueryData(sessionQuery);
  if (!session) throw redirect({ to: '/sign-in', search: { next: location.href } });
}

async function readSession(): Promise<Session | null> {
  try {
    return await call<Session>(api.GET('/api/session'));
  } catch (error) {
    if (error instanceof Problem && error.status === 401) return null;
    throw error;
  }
}

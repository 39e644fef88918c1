import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { type Schema, api, call } from '../../api/client';
import { sessionQuery } from '../../app/session';

/** A made-up person to sign in as, in demonstration mode. */
export type Persona = Schema<'PersonaView'>;

/** One device on which the account is signed in. Times are ISO 8601 instants. */
export interface SessionEntry {
  id: string;
  createdAt: string;
  lastSeenAt: string;
  userAgent?: string | null;
  ip?: string | null;
  current: boolean;
}

/** Exists in demonstration mode only; elsewhere the API answers 404 and the page shows nothing. */
export const personasQuery = queryOptions({
  queryKey: ['demo', 'personas'],
  queryFn: () => call<Persona[]>(api.GET('/api/demo/personas')),
  retry: false,
  staleTime: Infinity,
});

export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: async () => {
    const answer = await call<SessionEntry[] | { items: SessionEntry[] }>(api.GET('/api/sessions'));
    return Array.isArray(answer) ? answer : answer.items;
  },
});

export const signIn = (email: string, password: string) =>
  call<unknown>(api.POST('/api/session', { body: { email, password } }));

export const signInAs = (persona: Persona['key']) =>
  call<unknown>(api.POST('/api/demo/sign-ins', { body: { persona } }));

/** Forgets what the last person saw and reads who is signed in now. */
export async function freshSession(queryClient: QueryClient): Promise<void> {
  queryClient.removeQueries({
    predicate: (query) => query.queryKey[0] !== 'branding' && query.queryKey[0] !== 'session',
  });
  await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 });
}

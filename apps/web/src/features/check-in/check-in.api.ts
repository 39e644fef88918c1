import { queryOptions } from '@tanstack/react-query';
import { ALWAYS_ATTENDED } from '../../api/attention';
import { api, call, idempotent, type Schema } from '../../api/client';

export type CheckIn = Schema<'CheckInView'>;
export type Verdict = CheckIn['verdict'];
export type Door = Schema<'ActivityDetailView'>;
export type Guest = Schema<'RosterLineView'>;

export const doorQuery = (id: string) =>
  queryOptions({
    queryKey: ['activities', 'one', id],
    queryFn: () => call(api.GET('/api/activities/{id}', { params: { path: { id } } })),
  });

export const guestsQuery = (id: string) =>
  queryOptions({
    queryKey: ['roster', id],
    queryFn: () => call(api.GET('/api/activities/{id}/roster', { params: { path: { id }, query: {} } })),
  });

export const roomCodeQuery = (id: string, sessionId: string) =>
  queryOptions({
    queryKey: ['room-code', id, sessionId],
    queryFn: () =>
      call(
        api.GET('/api/activities/{id}/sessions/{sessionId}/room-code', {
          params: { path: { id, sessionId } },
          headers: ALWAYS_ATTENDED,
        }),
      ),
    // The code changes each minute; the one before it is taken as well.
    refetchInterval: 20_000,
  });

/** One scan or choice; `key` makes a repeated request of the same scan have its effect, and its answer, once. */
export const checkIn = (id: string, body: Schema<'CheckInDto'>, key: string) =>
  call(
    api.POST('/api/activities/{id}/check-ins', { params: { path: { id } }, body, headers: idempotent(key) }),
  );

export const undoCheckIn = (id: string, checkInId: string) =>
  call(api.DELETE('/api/activities/{id}/check-ins/{checkInId}', { params: { path: { id, checkInId } } }));

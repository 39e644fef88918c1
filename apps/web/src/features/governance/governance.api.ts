import { queryOptions } from '@tanstack/react-query';
import { type Schema, api, call } from '../../api/client';

export type Seat = Schema<'SeatView'>;
export type Term = Schema<'TermView'>;

export const seatsQuery = (groupId: string) =>
  queryOptions({
    queryKey: ['seats', groupId],
    queryFn: () => call<Seat[]>(api.GET('/api/groups/{groupId}/seats', { params: { path: { groupId } } })),
  });

/** What an appointment says. Days are `YYYY-MM-DD`, the last one included. */
export interface Appointment {
  personId: string;
  startsOn: string;
  endsOn: string;
  reason: string;
}

export const appoint = (seatId: string, body: Appointment) =>
  call<unknown>(api.POST('/api/seats/{seatId}/terms', { params: { path: { seatId } }, body }));

export const endTerm = (termId: string, reason: string) =>
  call<unknown>(api.POST('/api/terms/{termId}/ending', { params: { path: { termId } }, body: { reason } }));

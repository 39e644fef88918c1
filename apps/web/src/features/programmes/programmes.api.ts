import { queryOptions } from '@tanstack/react-query';
import { api, call, ifMatch, type Schema } from '../../api/client';

export type Activity = Schema<'ActivityView'>;
export type ActivityDetail = Schema<'ActivityDetailView'>;
export type ActivityBody = Schema<'ActivityDto'>;
export type OwnRegistration = Schema<'OwnRegistrationView'>;
export type RosterLine = Schema<'RosterLineView'>;
export type CreditYear = Schema<'CreditYearView'>;
export type Kind = Activity['kind'];

export const KINDS: readonly Kind[] = ['training', 'seminar', 'workshop', 'service'];

/** What the catalogue's address says. */
export interface ActivitySearch {
  q?: string;
  kind?: Kind;
  group?: string;
  /** `YYYY-MM-DD`. */
  from?: string;
  to?: string;
  page?: number;
}

export const activitiesQuery = (search: ActivitySearch & { scope?: 'managed' }) =>
  queryOptions({
    queryKey: ['activities', 'list', search],
    queryFn: () =>
      call(api.GET('/api/activities', { params: { query: { page: 1, pageSize: 20, ...search } } })),
  });

export const activityQuery = (id: string) =>
  queryOptions({
    queryKey: ['activities', 'one', id],
    queryFn: () => call(api.GET('/api/activities/{id}', { params: { path: { id } } })),
  });

export const registrationsQuery = queryOptions({
  queryKey: ['registrations'],
  queryFn: () => call(api.GET('/api/registrations')),
});

export const creditsQuery = (year: number | undefined) =>
  queryOptions({
    queryKey: ['credits', year ?? 'now'],
    queryFn: () => call(api.GET('/api/credits', { params: { query: { year } } })),
  });

export const creditDomainsQuery = queryOptions({
  queryKey: ['credit-domains'],
  queryFn: () => call(api.GET('/api/credit-domains')),
  staleTime: Infinity,
});

export const trainersQuery = (group: string, q: string) =>
  queryOptions({
    queryKey: ['trainers', group, q],
    queryFn: () => call(api.GET('/api/trainers', { params: { query: { group, q } } })),
  });

export const rosterQuery = (id: string) =>
  queryOptions({
    queryKey: ['roster', id],
    queryFn: () => call(api.GET('/api/activities/{id}/roster', { params: { path: { id }, query: {} } })),
  });

const at = (id: string) => ({ params: { path: { id } } });

export const register = (id: string) => call(api.POST('/api/activities/{id}/registrations', at(id)));

export const cancelRegistration = (id: string) => call(api.DELETE('/api/registrations/{id}', at(id)));

export const checkInSelf = (id: string, code: string) =>
  call(api.POST('/api/registrations/{id}/check-ins', { ...at(id), body: { code } }));

export const draftActivity = (body: Schema<'NewActivityDto'>) => call(api.POST('/api/activities', { body }));

export const reviseActivity = (id: string, version: number, body: ActivityBody) =>
  call(api.PUT('/api/activities/{id}', { ...at(id), headers: ifMatch(version), body }));

export const publishActivity = (id: string) => call(api.POST('/api/activities/{id}/publication', at(id)));

export const cancelActivity = (id: string, reason: string) =>
  call(api.POST('/api/activities/{id}/cancellation', { ...at(id), body: { reason } }));

export const setCapacity = (id: string, capacity: number) =>
  call(api.PUT('/api/activities/{id}/capacity', { ...at(id), body: { capacity } }));

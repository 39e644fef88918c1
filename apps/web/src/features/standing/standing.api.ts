import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type Page, type Schema, api, call } from '../../api/client';
import type { StandingSearch } from './standing-search';

export type StandingCase = Schema<'StandingCaseView'>;
export type Expiring = Schema<'ExpiringCredentialView'>;
export type Task = Schema<'MemberTaskView'>;
export type Verdict = StandingCase['verdicts'][number];

export const casesQuery = ({ state, proposal, q, page = 1 }: StandingSearch) =>
  queryOptions({
    queryKey: ['standing', 'cases', state, proposal, q, page],
    queryFn: () =>
      call<Page<StandingCase>>(
        api.GET('/api/standing-cases', { params: { query: { state, proposal, q, page, pageSize: 20 } } }),
      ),
    placeholderData: keepPreviousData,
  });

export const expiringQuery = ({ within, kind, q, page = 1 }: StandingSearch) =>
  queryOptions({
    queryKey: ['standing', 'expiring', within, kind, q, page],
    queryFn: () =>
      call<Page<Expiring>>(
        api.GET('/api/expiring-credentials', {
          params: {
            query: {
              within: within === 'over' ? undefined : Number(within ?? 90),
              kind,
              q,
              page,
              pageSize: 20,
            },
          },
        }),
      ),
    placeholderData: keepPreviousData,
  });

export const settle = (id: string, verdict: Verdict, reason: string) =>
  call(
    api.POST('/api/standing-cases/{id}/settlement', { params: { path: { id } }, body: { verdict, reason } }),
  );

export const tasksQuery = queryOptions({
  queryKey: ['tasks'],
  queryFn: () => call<Task[]>(api.GET('/api/tasks')),
});

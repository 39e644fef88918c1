import { queryOptions } from '@tanstack/react-query';
import { type Schema, api, call } from '../../api/client';

export type NationalId = Schema<'NationalIdView'>;
export type PrivateRead = Schema<'PrivateReadView'>;

export const READS_PER_PAGE = 20;

export const nationalIdsQuery = queryOptions({
  queryKey: ['account', 'national-ids'],
  queryFn: () => call<NationalId[]>(api.GET('/api/account/national-ids')),
});

export const erasuresQuery = queryOptions({
  queryKey: ['account', 'erasures'],
  queryFn: () => call<Schema<'ErasureView'>[]>(api.GET('/api/account/erasures')),
});

export const holdsOnMeQuery = queryOptions({
  queryKey: ['account', 'retention-holds'],
  queryFn: () => call<Schema<'OwnHoldView'>[]>(api.GET('/api/account/retention-holds')),
});

export const privateReadsQuery = (page: number) =>
  queryOptions({
    queryKey: ['account', 'private-reads', page],
    queryFn: () =>
      call<Schema<'PrivateReadsPage'>>(
        api.GET('/api/account/private-reads', { params: { query: { page, pageSize: READS_PER_PAGE } } }),
      ),
  });

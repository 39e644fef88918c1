import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type Page, type Schema, api, call } from '../../api/client';
import type { HoldSearch } from './hold-search';

export type Hold = Schema<'RetentionHoldView'>;

export const HOLDS_PER_PAGE = 20;

export const holdsQuery = ({ state, q, page = 1 }: HoldSearch) =>
  queryOptions({
    queryKey: ['holds', state, q, page],
    queryFn: () =>
      call<Page<Hold>>(
        api.GET('/api/retention-holds', { params: { query: { state, q, page, pageSize: HOLDS_PER_PAGE } } }),
      ),
    placeholderData: keepPreviousData,
  });

export const placeHold = (body: Schema<'NewRetentionHoldDto'>) =>
  call<unknown>(api.POST('/api/retention-holds', { body }));

export const releaseHold = (id: string, reason: string) =>
  call<unknown>(
    api.POST('/api/retention-holds/{id}/release', { params: { path: { id } }, body: { reason } }),
  );

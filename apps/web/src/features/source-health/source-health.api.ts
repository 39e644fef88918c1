import { queryOptions } from '@tanstack/react-query';
import { type Schema, api, call } from '../../api/client';

export type SourceHealth = Schema<'SourceHealthView'>;

const LOOK_AGAIN_MS = 10_000;

export const sourcesQuery = queryOptions({
  queryKey: ['operations', 'sources'],
  queryFn: () => call<SourceHealth[]>(api.GET('/api/operations/sources')),
  refetchInterval: LOOK_AGAIN_MS,
});

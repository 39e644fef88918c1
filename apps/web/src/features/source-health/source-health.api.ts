import { queryOptions } from '@tanstack/react-query';
import { type Schema, api, call } from '../../api/client';

export type SourceHealth = Schema<'SourceHealthView'>;
export type GroupSource = Schema<'GroupSourceView'>;

const LOOK_AGAIN_MS = 10_000;

export const sourcesQuery = queryOptions({
  queryKey: ['operations', 'sources'],
  queryFn: () => call<SourceHealth[]>(api.GET('/api/operations/sources')),
  refetchInterval: LOOK_AGAIN_MS,
});

/** Which sources a group uses, and whose word that is. */
export const groupSourcesQuery = (groupId: string) =>
  queryOptions({
    queryKey: ['group-sources', groupId],
    queryFn: () =>
      call<GroupSource[]>(api.GET('/api/groups/{groupId}/sources', { params: { path: { groupId } } })),
  });

export const decideUse = (groupId: string, source: string, body: Schema<'SourceUseDto'>) =>
  call<unknown>(
    api.PUT('/api/groups/{groupId}/sources/{source}', { params: { path: { groupId, source } }, body }),
  );

import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type Page, type Schema, api, call } from '../../api/client';

export type Suspicion = Schema<'SuspicionView'>;
export type Pair = Schema<'SuspectedPairView'>;
export type Preview = Schema<'MergePreviewView'>;
export type Choice = Schema<'MergeChoiceDto'>;
export type Merge = Schema<'MergeView'>;
export type MergeDetail = Schema<'MergeDetailView'>;

export const suspicionsQuery = (state: 'open' | 'dismissed', page = 1) =>
  queryOptions({
    queryKey: ['duplicates', 'list', state, page],
    queryFn: () =>
      call<Page<Suspicion>>(
        api.GET('/api/duplicate-suspicions', { params: { query: { state, page, pageSize: 20 } } }),
      ),
    placeholderData: keepPreviousData,
  });

export const pairQuery = (id: string) =>
  queryOptions({
    queryKey: ['duplicates', 'pair', id],
    queryFn: () => call<Pair>(api.GET('/api/duplicate-suspicions/{id}', { params: { path: { id } } })),
  });

export const caseDuplicatesQuery = (id: string) =>
  queryOptions({
    queryKey: ['duplicates', 'case', id],
    queryFn: () =>
      call<Suspicion[]>(api.GET('/api/review/applications/{id}/duplicates', { params: { path: { id } } })),
  });

export const previewQuery = (id: string, survivorId: string, choices: Choice[]) =>
  queryOptions({
    queryKey: ['duplicates', 'preview', id, survivorId, choices],
    queryFn: () =>
      call<Preview>(
        api.POST('/api/duplicate-suspicions/{id}/merge-preview', {
          params: { path: { id } },
          body: { survivorId, choices },
        }),
      ),
    placeholderData: keepPreviousData,
  });

export const dismiss = (id: string, reason: string) =>
  call(api.POST('/api/duplicate-suspicions/{id}/dismissal', { params: { path: { id } }, body: { reason } }));

export const merge = (id: string, body: Schema<'MergeDto'>) =>
  call<Schema<'NewMergeView'>>(
    api.POST('/api/duplicate-suspicions/{id}/merge', { params: { path: { id } }, body }),
  );

export const mergesQuery = (page = 1) =>
  queryOptions({
    queryKey: ['duplicates', 'merges', page],
    queryFn: () =>
      call<Page<Merge>>(api.GET('/api/person-merges', { params: { query: { page, pageSize: 20 } } })),
    placeholderData: keepPreviousData,
  });

export const mergeQuery = (id: string) =>
  queryOptions({
    queryKey: ['duplicates', 'merge', id],
    queryFn: () => call<MergeDetail>(api.GET('/api/person-merges/{id}', { params: { path: { id } } })),
  });

export const undo = (id: string, reason: string) =>
  call<Schema<'MergeUndoneView'>>(
    api.POST('/api/person-merges/{id}/undoing', { params: { path: { id } }, body: { reason } }),
  );

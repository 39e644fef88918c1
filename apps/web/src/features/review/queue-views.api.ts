import { queryOptions } from '@tanstack/react-query';
import { type Schema, api, call, ifMatch } from '../../api/client';
import type { QueueSearch } from './queue-search';

export type KeptView = Schema<'KeptQueueView'>;
export type QueueFilterBody = Schema<'QueueFilterDto'>;
export type QueueOptions = Schema<'QueueOptionsView'>;
export type BatchResult = Schema<'BatchResultView'>;
export type SeenCase = Schema<'SeenCaseDto'>;
type NewView = Schema<'NewQueueViewDto'>;

/** Counts of views are live as the queue's own are. */
const REFRESH_MS = 30_000;

export const viewsQuery = queryOptions({
  queryKey: ['review', 'views'],
  queryFn: () => call<KeptView[]>(api.GET('/api/review/views')),
  refetchInterval: REFRESH_MS,
});

export const optionsQuery = queryOptions({
  queryKey: ['review', 'options'],
  queryFn: () => call<QueueOptions>(api.GET('/api/review/options')),
  staleTime: 300_000,
});

export const keepView = (body: NewView) =>
  call<Schema<'NewViewView'>>(api.POST('/api/review/views', { body }));

export const changeView = ({ id, version }: KeptView, body: NewView) =>
  call(api.PUT('/api/review/views/{id}', { params: { path: { id }, header: ifMatch(version) }, body }));

export const removeView = (id: string) =>
  call(api.DELETE('/api/review/views/{id}', { params: { path: { id } } }));

export const openWithView = (viewId: string | undefined) =>
  call(api.PUT('/api/review/default-view', { body: { viewId } }));

/** What a batch is about: cases as they were seen, or the first two hundred of a filter. */
export type Batch = { cases: SeenCase[] } | { filter: QueueFilterBody };

export const assignMany = (batch: Batch, personId?: string) =>
  call<BatchResult>(api.POST('/api/review/assignments', { body: { ...batch, personId } }));

export const releaseMany = (batch: Batch) =>
  call<BatchResult>(api.POST('/api/review/releases', { body: batch }));

/** The address's filter as the API takes it. */
export function filterOf({ tab = 'team', sort = 'due', q = '', ...rest }: QueueSearch): QueueFilterBody {
  return { tab, sort, q, groupId: rest.group, gradeId: rest.grade, kind: rest.kind, waitingOn: rest.waiting };
}

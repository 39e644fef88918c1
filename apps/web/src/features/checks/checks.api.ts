import { queryOptions } from '@tanstack/react-query';
import { type Schema, api, call, idempotent } from '../../api/client';

export type Check = Schema<'CredentialCheckView'>;
export type CheckReview = Schema<'CheckReviewDto'>;

const POLL_MS = 2_000;

/** Whether a source is still at it, so that the list is worth asking for again. */
export const isOpen = ({ runState }: Pick<Check, 'runState'>): boolean =>
  runState === 'queued' || runState === 'running';

/** What checks are made for. */
export type Origin = 'application' | 'renewal';

/** All checks of an application, or of a renewal; asked for again every two seconds while one of them is open. */
export const checksQuery = (applicationId: string, originType: Origin = 'application') =>
  queryOptions({
    queryKey: ['checks', applicationId],
    queryFn: () =>
      call<Check[]>(
        api.GET('/api/checks', {
          params: { query: { originType, originId: applicationId } },
        }),
      ),
    refetchInterval: ({ state }) => (state.data?.some(isOpen) ? POLL_MS : false),
  });

export const reviewCheck = (id: string, body: CheckReview, key: string) =>
  call<Check>(
    api.POST('/api/checks/{id}/reviews', { params: { path: { id } }, body, headers: idempotent(key) }),
  );

export const retryCheck = (id: string) =>
  call<Check>(api.POST('/api/checks/{id}/retries', { params: { path: { id } } }));

import { queryOptions } from '@tanstack/react-query';
import { type Schema, api, call } from '../../api/client';

export type Operations = Schema<'OperationsView'>;
export type DeadLetter = Schema<'DeadLetterView'>;
export type QueueLine = Schema<'QueueView'>;

const LOOK_AGAIN_MS = 5_000;

export const queuesQuery = queryOptions({
  queryKey: ['operations', 'queues'],
  queryFn: () => call<Operations>(api.GET('/api/operations/queues')),
  refetchInterval: LOOK_AGAIN_MS,
});

export const retry = ({ messageId, queue }: Pick<DeadLetter, 'messageId' | 'queue'>) =>
  call<unknown>(
    api.POST('/api/operations/dead-letters/{messageId}/{queue}/retries', {
      params: { path: { messageId, queue } },
    }),
  );

import { queryOptions } from '@tanstack/react-query';
import { type Schema, api, call } from '../../api/client';

export type Check = Schema<'CheckView'>;
export type Statement = Schema<'CheckedStatementView'>;

/** Asked afresh on every visit: what held an hour ago may be revoked now. */
export const checkQuery = (code: string) =>
  queryOptions({
    queryKey: ['check', code],
    queryFn: () => call<Check>(api.GET('/api/public/checks/{code}', { params: { path: { code } } })),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });

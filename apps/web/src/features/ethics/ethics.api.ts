import { queryOptions } from '@tanstack/react-query';
import { type Schema, api, call } from '../../api/client';
import type { Language } from '../../app/language';

export type Code = Schema<'CodeView'>;
export type Clause = Schema<'ClauseView'>;

export const codeQuery = (groupId: string) =>
  queryOptions({
    queryKey: ['code', groupId],
    queryFn: () => call<Code>(api.GET('/api/groups/{groupId}/code', { params: { path: { groupId } } })),
  });

export const acknowledge = (codeId: string, language: Language, clauseIds: string[]) =>
  call<Schema<'AdmissionView'>>(
    api.POST('/api/codes/{codeId}/acknowledgements', {
      params: { path: { codeId } },
      body: { language, clauseIds },
    }),
  );

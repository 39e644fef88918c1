import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type Schema, api, call } from '../../api/client';
import type { Language } from '../../app/language';
import type { OfficeSearch } from './office-search';

export type Code = Schema<'CodeView'>;
export type Clause = Schema<'ClauseView'>;
export type Marked = Schema<'WordMarkView'>;
export type Missing = Schema<'MissingMemberView'>;

export const changesQuery = (codeId: string) =>
  queryOptions({
    queryKey: ['code', codeId, 'changes'],
    queryFn: () =>
      call<Schema<'CodeChangesView'>>(
        api.GET('/api/codes/{codeId}/changes', { params: { path: { codeId } } }),
      ),
  });

export const missingQuery = (codeId: string, { q, page = 1 }: OfficeSearch) =>
  queryOptions({
    queryKey: ['code', codeId, 'missing', q, page],
    queryFn: () =>
      call<Schema<'MissingPageView'>>(
        api.GET('/api/codes/{codeId}/missing', {
          params: { path: { codeId }, query: { q, page, pageSize: 20 } },
        }),
      ),
    placeholderData: keepPreviousData,
  });

export const publish = (groupId: string, body: Schema<'NewCodeDto'>) =>
  call<Schema<'PublishedView'>>(
    api.POST('/api/groups/{groupId}/codes', { params: { path: { groupId } }, body }),
  );

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

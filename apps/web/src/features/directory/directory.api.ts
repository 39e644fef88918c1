import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type Page, type Schema, api, call } from '../../api/client';

export type Member = Schema<'DirectoryLineView'>;
export type MemberRecord = Schema<'DirectoryPersonView'>;

/** A group of the tree, as lists need it. */
export interface GroupChoice {
  id: string;
  nameId: string;
  nameEn: string;
}

export const groupsQuery = queryOptions({
  queryKey: ['groups', 'tree'],
  queryFn: () => call<GroupChoice[]>(api.GET('/api/directory/groups')),
  staleTime: 300_000,
});

/** What the directory is asked. */
export interface DirectorySearch {
  q?: string;
  group?: string;
  page?: number;
  pageSize?: number;
}

export const peopleQuery = ({ q = '', group, page = 1, pageSize = 20 }: DirectorySearch) =>
  queryOptions({
    queryKey: ['directory', q, group, page, pageSize],
    queryFn: () =>
      call<Page<Member>>(
        api.GET('/api/directory/people', {
          params: { query: { q: q.trim(), groupId: group, page, pageSize } },
        }),
      ),
    placeholderData: keepPreviousData,
  });

export const personQuery = (personId: string) =>
  queryOptions({
    queryKey: ['directory', 'person', personId],
    queryFn: () =>
      call<MemberRecord>(api.GET('/api/directory/people/{personId}', { params: { path: { personId } } })),
  });

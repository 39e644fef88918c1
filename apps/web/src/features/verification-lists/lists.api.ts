import { queryOptions } from '@tanstack/react-query';
import { type Schema, api, call } from '../../api/client';

export type ListLine = Schema<'VerificationListView'>;
export type ListsPage = Schema<'VerificationListsPageView'>;
export type ListDetail = Omit<Schema<'VerificationListDetailView'>, 'mapping'> & {
  mapping: Partial<Record<Column, string>>;
};
export type Person = Schema<'ListPersonView'>;
export type PeoplePage = Schema<'ListPeoplePageView'>;
export type Result = Person['result'];
export type Answer = Person['answers'][number];

export const COLUMNS = ['number', 'name', 'birth_date', 'authority', 'profession', 'valid_until'] as const;
export type Column = (typeof COLUMNS)[number];

export const DATE_FORMS = ['day_first', 'month_first', 'year_first'] as const;

/** From the one that needs most attention. */
export const RESULTS = [
  'waiting',
  'mismatch',
  'revoked',
  'suspended',
  'expired',
  'partial',
  'not_found',
  'unavailable',
  'refused',
  'not_covered',
  'match',
] as const satisfies readonly Result[];

/** As the API takes it, in bytes. */
export const LARGEST_FILE = 10_000_000;

/** What systems call a CSV file; spreadsheets' own name among them. */
export const FILE_TYPES = [
  'text/csv',
  'text/plain',
  'application/vnd.ms-excel',
  'text/tab-separated-values',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
];

export const LISTS_PER_PAGE = 20;
export const PEOPLE_PER_PAGE = 25;
const POLL_MS = 2_000;

const ONE = '/api/verification-lists/{id}';

/** One page of lists; asked for again while one of them goes on. */
export const listsQuery = (page: number) =>
  queryOptions({
    queryKey: ['verification-lists', 'page', page],
    queryFn: () =>
      call<ListsPage>(
        api.GET('/api/verification-lists', { params: { query: { page, pageSize: LISTS_PER_PAGE } } }),
      ),
    refetchOnMount: 'always',
    refetchInterval: ({ state }) =>
      state.data?.items.some(({ state: one }) => one === 'running') ? POLL_MS : false,
  });

/** One list; asked for again until it has come to its end. */
export const listQuery = (id: string) =>
  queryOptions({
    queryKey: ['verification-lists', 'one', id],
    queryFn: () => call<ListDetail>(api.GET(ONE, { params: { path: { id } } })),
    refetchOnMount: 'always',
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? POLL_MS : false),
  });

/** Which people of a list. */
export interface PeopleSearch {
  result: Result | undefined;
  text: string | undefined;
  page: number;
}

/** One page of people. Each look is put on record, so it is asked for only when somebody looks. */
export const peopleQuery = (id: string, { result, text, page }: PeopleSearch) =>
  queryOptions({
    queryKey: ['verification-lists', 'people', id, result ?? '', text ?? '', page],
    queryFn: () =>
      call<PeoplePage>(
        api.GET('/api/verification-lists/{id}/rows', {
          params: { path: { id }, query: { result, text, page, pageSize: PEOPLE_PER_PAGE } },
        }),
      ),
  });

export const personQuery = (id: string, rowId: string) =>
  queryOptions({
    queryKey: ['verification-lists', 'person', id, rowId],
    queryFn: () =>
      call<Person>(api.GET('/api/verification-lists/{id}/rows/{rowId}', { params: { path: { id, rowId } } })),
  });

export const chooseColumns = (id: string, body: Schema<'ListMappingDto'>) =>
  call<ListDetail>(api.PUT('/api/verification-lists/{id}/mapping', { params: { path: { id } }, body }));

/** What an officer can say of a list as a whole. */
export const ACTS = {
  start: (id: string) =>
    call<ListDetail>(api.POST('/api/verification-lists/{id}/confirmation', { params: { path: { id } } })),
  cancel: (id: string) =>
    call<ListDetail>(api.POST('/api/verification-lists/{id}/cancellation', { params: { path: { id } } })),
  resume: (id: string) =>
    call<ListDetail>(api.POST('/api/verification-lists/{id}/resumption', { params: { path: { id } } })),
  repeat: (id: string) =>
    call<ListDetail>(api.POST('/api/verification-lists/{id}/repetition', { params: { path: { id } } })),
};

export const discardList = (id: string) => call<unknown>(api.DELETE(ONE, { params: { path: { id } } }));

/** Addresses of what a list leaves as files. */
export const problemsPath = (id: string, language: string): string =>
  `/api/verification-lists/${id}/problems.csv?language=${language}`;
export const resultsPath = (id: string, language: string, result: Result | undefined): string =>
  `/api/verification-lists/${id}/results.csv?language=${language}${result ? `&result=${result}` : ''}`;

import { queryOptions } from '@tanstack/react-query';
import { type Schema, api, call } from '../../api/client';

export type Register = Schema<'RegisterView'>;
export type ImportLine = Schema<'RegisterImportView'>;
export type RowProblem = Schema<'RowProblemView'>;
export type NewRegister = Schema<'NewRegisterDto'>;
export type Issuer = Schema<'TrustedIssuerView'>;

/** An import with what its dry run found; the sample's cells by column. */
export type ImportDetail = Omit<Schema<'RegisterImportDetailView'>, 'sample'> & {
  sample: Record<string, string | null>[];
};

/** As the API takes it, in bytes. */
export const LARGEST_FILE = 15 * 1024 * 1024;

/** What systems call a CSV file; spreadsheets' own name among them. */
export const FILE_TYPES = ['text/csv', 'text/plain', 'application/vnd.ms-excel', 'text/tab-separated-values'];

const POLL_MS = 1_500;

/** Whether the worker is taking it in. */
export const isRunning = ({ state }: Pick<ImportLine, 'state'>): boolean => state === 'confirmed';

// A version can begin to count while another page is open: lists are read again whenever they are shown.
export const registersQuery = queryOptions({
  queryKey: ['registers', 'list'],
  queryFn: () => call<Register[]>(api.GET('/api/registers')),
  refetchOnMount: 'always',
});

export const registerQuery = (id: string) =>
  queryOptions({
    queryKey: ['registers', 'one', id],
    queryFn: () => call<Register>(api.GET('/api/registers/{id}', { params: { path: { id } } })),
    refetchOnMount: 'always',
  });

/** The imports of a register, newest first; asked for again while one is being taken in. */
export const importsQuery = (id: string) =>
  queryOptions({
    queryKey: ['registers', 'imports', id],
    queryFn: () => call<ImportLine[]>(api.GET('/api/registers/{id}/imports', { params: { path: { id } } })),
    refetchOnMount: 'always',
    refetchInterval: ({ state }) => (state.data?.some(isRunning) ? POLL_MS : false),
  });

/** One import; asked for again while it is being taken in. */
export const importQuery = (id: string, importId: string) =>
  queryOptions({
    queryKey: ['registers', 'import', id, importId],
    queryFn: () =>
      call<ImportDetail>(
        api.GET('/api/registers/{id}/imports/{importId}', { params: { path: { id, importId } } }),
      ),
    refetchOnMount: 'always',
    refetchInterval: ({ state }) => (state.data && isRunning(state.data) ? POLL_MS : false),
  });

export const openRegister = (body: NewRegister) => call<Register>(api.POST('/api/registers', { body }));

export const confirmImport = (id: string, importId: string) =>
  call<ImportDetail>(
    api.POST('/api/registers/{id}/imports/{importId}/confirmation', { params: { path: { id, importId } } }),
  );

/** POST, multipart/form-data; answers the import with its report. */
export const uploadPath = (id: string): string => `/api/registers/${id}/imports`;

export const issuersQuery = (groupId: string) =>
  queryOptions({
    queryKey: ['trusted-issuers', groupId],
    queryFn: () => call<Issuer[]>(api.GET('/api/trusted-issuers', { params: { query: { groupId } } })),
  });

export const trustIssuer = (body: Schema<'NewTrustedIssuerDto'>) =>
  call<{ id: string }>(api.POST('/api/trusted-issuers', { body }));

export const endTrust = (id: string, reason: string) =>
  call<unknown>(api.POST('/api/trusted-issuers/{id}/ending', { params: { path: { id } }, body: { reason } }));

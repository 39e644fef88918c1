import { queryOptions } from '@tanstack/react-query';
import { type Schema, api, call } from '../../api/client';
import { LONGEST_PEM } from './root-certificate';

export type Register = Schema<'RegisterView'>;
export type ImportLine = Schema<'RegisterImportView'>;
export type RowProblem = Schema<'RowProblemView'>;
export type Change = Schema<'RegisterChangeView'>;
export type ChangesPage = Schema<'RegisterChangesPageView'>;
export type HolderEntry = Schema<'HolderEntryView'>;
export type HolderHistory = Schema<'HolderHistoryView'>;
export type DateForm = ImportDetail['dates'];
export type NewRegister = Schema<'NewRegisterDto'>;
export type Issuer = Schema<'TrustedIssuerView'>;
export type NewIssuer = Schema<'NewTrustedIssuerDto'>;

/** An import with what its dry run found; the sample's cells by column. */
export type ImportDetail = Omit<Schema<'RegisterImportDetailView'>, 'sample'> & {
  sample: Record<string, string | null>[];
};

/** As the API takes it, in bytes. */
export const LARGEST_FILE = 200 * 1024 * 1024;

/** What systems call a CSV file; spreadsheets' own name among them. */
export const FILE_TYPES = [
  'text/csv',
  'text/plain',
  'application/vnd.ms-excel',
  'text/tab-separated-values',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
];

export const CHANGES_PER_PAGE = 50;

const POLL_MS = 1_500;

/** Whether a worker is reading it or taking it in. */
export const isRunning = ({ state }: Pick<ImportLine, 'state'>): boolean =>
  state === 'reading' || state === 'confirmed';

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

export const confirmImport = (id: string, importId: string, reason: string) =>
  call<ImportDetail>(
    api.POST('/api/registers/{id}/imports/{importId}/confirmation', {
      params: { path: { id, importId } },
      body: reason.trim() === '' ? {} : { reason: reason.trim() },
    }),
  );

export const chooseColumns = (id: string, importId: string, body: Schema<'RegisterMappingDto'>) =>
  call<ImportDetail>(
    api.PUT('/api/registers/{id}/imports/{importId}/mapping', { params: { path: { id, importId } }, body }),
  );

export const proposeRollback = (id: string, importId: string, reason: string) =>
  call<ImportDetail>(
    api.POST('/api/registers/{id}/imports/{importId}/rollbacks', {
      params: { path: { id, importId } },
      body: { reason },
    }),
  );

/** One page of what a version changes; `kind` undefined: all. */
export const changesQuery = (id: string, importId: string, kind: Change['kind'] | undefined, page: number) =>
  queryOptions({
    queryKey: ['registers', 'changes', id, importId, kind ?? 'all', page],
    queryFn: () =>
      call<ChangesPage>(
        api.GET('/api/registers/{id}/imports/{importId}/changes', {
          params: { path: { id, importId }, query: { kind, page, pageSize: CHANGES_PER_PAGE } },
        }),
      ),
  });

export const holderQuery = (id: string, number: string) =>
  queryOptions({
    queryKey: ['registers', 'holder', id, number],
    queryFn: () =>
      call<HolderHistory>(
        api.GET('/api/registers/{id}/holder', { params: { path: { id }, query: { number } } }),
      ),
  });

export const correct = (id: string, body: Schema<'RegisterCorrectionDto'>) =>
  call<HolderHistory>(api.POST('/api/registers/{id}/corrections', { params: { path: { id } }, body }));

/** Addresses of the tables that a dry run fills. */
export const problemsPath = (id: string, importId: string, language: string): string =>
  `/api/registers/${id}/imports/${importId}/problems.csv?language=${language}`;
export const changesPath = (id: string, importId: string): string =>
  `/api/registers/${id}/imports/${importId}/changes.csv`;

/** POST, multipart/form-data; answers the import with its report. */
export const uploadPath = (id: string): string => `/api/registers/${id}/imports`;

export const issuersQuery = (groupId: string) =>
  queryOptions({
    queryKey: ['trusted-issuers', groupId],
    queryFn: () => call<Issuer[]>(api.GET('/api/trusted-issuers', { params: { query: { groupId } } })),
  });

export const trustIssuer = (body: NewIssuer) =>
  call<{ id: string }>(api.POST('/api/trusted-issuers', { body }));

/** What the server reads in a certificate, once as much as a PEM is typed; keeps nothing. */
export const certificateQuery = (pem: string) =>
  queryOptions({
    queryKey: ['root-certificate', pem.trim()],
    queryFn: () =>
      call<Schema<'RootCertificateView'>>(
        api.POST('/api/trusted-issuers/certificate-readings', { body: { rootCertificate: pem.trim() } }),
      ),
    enabled: pem.includes('-----END CERTIFICATE-----') && pem.trim().length <= LONGEST_PEM,
    retry: false,
  });

export const endTrust = (id: string, reason: string) =>
  call<unknown>(api.POST('/api/trusted-issuers/{id}/ending', { params: { path: { id } }, body: { reason } }));

import { queryOptions } from '@tanstack/react-query';
import { type Schema, api, call } from '../../api/client';

export type Register = Schema<'RegisterView'>;
export type Import = Schema<'RegisterImportView'>;
/** One import in a list. */
export type ImportLine = Import;
export type ImportDetail = Schema<'RegisterImportDetailView'>;
export type Issuer = Schema<'TrustedIssuerView'>;

const POLL_MS = 1_500;

export const registersQuery = queryOptions({
  queryKey: ['registers'],
  queryFn: () => call<Register[]>(api.GET('/api/registers')),
});

/** The imports of a register; asked for again while one is being taken in. */
export const importsQuery = (registerId: string) =>
  queryOptions({
    queryKey: ['registers', registerId, 'imports'],
    queryFn: () =>
      call<Import[]>(api.GET('/api/registers/{id}/imports', { params: { path: { id: registerId } } })),
    refetchInterval: ({ state }) => (state.data?.some((one) => one.state === 'confirmed') ? POLL_MS : false),
  });

export const importQuery = (registerId: string, importId: string) =>
  queryOptions({
    queryKey: ['registers', registerId, 'imports', importId],
    queryFn: () =>
      call<ImportDetail>(
        api.GET('/api/registers/{id}/imports/{importId}', { params: { path: { id: registerId, importId } } }),
      ),
    refetchInterval: ({ state }) => (state.data?.state === 'confirmed' ? POLL_MS : false),
  });

export const openRegister = (body: Schema<'NewRegisterDto'>) =>
  call<Register>(api.POST('/api/registers', { body }));

export const confirmImport = (registerId: string, importId: string) =>
  call<ImportDetail>(
    api.POST('/api/registers/{id}/imports/{importId}/confirmation', {
      params: { path: { id: registerId, importId } },
    }),
  );

export const issuersQuery = (groupId: string) =>
  queryOptions({
    queryKey: ['trusted-issuers', groupId],
    queryFn: () => call<Issuer[]>(api.GET('/api/trusted-issuers', { params: { query: { groupId } } })),
  });

export const trustIssuer = (body: Schema<'NewTrustedIssuerDto'>) =>
  call<{ id: string }>(api.POST('/api/trusted-issuers', { body }));

export const endTrust = (id: string, reason: string) =>
  call<unknown>(api.POST('/api/trusted-issuers/{id}/ending', { params: { path: { id } }, body: { reason } }));

import { queryOptions } from '@tanstack/react-query';
import { type Schema, api, call, ifMatch } from '../../api/client';

export type Credential = Schema<'CredentialView'>;
export type ClaimBody = Schema<'ClaimDto'>;
export type Kind = Credential['kind'];

export const credentialQuery = (id: string) =>
  queryOptions({
    queryKey: ['credentials', id],
    queryFn: () => call<Credential>(api.GET('/api/credentials/{id}', { params: { path: { id } } })),
  });

export type OwnCredential = Schema<'OwnCredentialView'>;

const POLL_MS = 3_000;

/** One's own credentials; asked for again while a source is at one of them. */
export const ownCredentialsQuery = queryOptions({
  queryKey: ['credentials'],
  queryFn: () => call<OwnCredential[]>(api.GET('/api/account/credentials')),
  refetchInterval: ({ state }) =>
    state.data?.some(({ renewal }) => renewal?.state === 'checking') ? POLL_MS : false,
});

/** Begins to renew a credential, or goes on with what was begun. */
export const beginRenewal = (id: string) =>
  call<Credential>(api.POST('/api/credentials/{id}/renewals', { params: { path: { id } } }));

export const presentRenewal = (id: string) =>
  call<Credential>(api.POST('/api/credentials/{id}/presentation', { params: { path: { id } } }));

export const dropRenewal = (id: string) =>
  call<unknown>(api.DELETE('/api/credentials/{id}', { params: { path: { id } } }));

/** Begins a credential and offers it for a requirement of the application. */
export async function begin(
  applicationId: string,
  requirementId: string,
  body: Schema<'NewCredentialDto'>,
): Promise<void> {
  const { id } = await call<Credential>(api.POST('/api/credentials', { body }));
  await call(
    api.POST('/api/applications/{id}/credentials', {
      params: { path: { id: applicationId } },
      body: { requirementId, credentialId: id },
    }),
  );
}

/** Takes a credential out of the application, and out of use. */
export async function discard(
  applicationId: string,
  requirementId: string,
  credentialId: string,
): Promise<void> {
  await call(
    api.DELETE('/api/applications/{id}/credentials/{requirementId}/{credentialId}', {
      params: { path: { id: applicationId, requirementId, credentialId } },
    }),
  );
  await call(api.DELETE('/api/credentials/{id}', { params: { path: { id: credentialId } } }));
}

export const amend = (id: string, version: number, body: ClaimBody) =>
  call<Credential>(
    api.PATCH('/api/credentials/{id}', { params: { path: { id }, header: ifMatch(version) }, body }),
  );

/** One's own uploads, newest first: what was sent once can serve again. */
export const uploadsQuery = queryOptions({
  queryKey: ['files'],
  queryFn: () => call<Schema<'FileView'>[]>(api.GET('/api/files')),
});

export const attachEvidence = (id: string, fileId: string) =>
  call<Credential>(api.PUT('/api/credentials/{id}/evidence/{fileId}', { params: { path: { id, fileId } } }));

export const detachEvidence = (id: string, fileId: string) =>
  call<Credential>(
    api.DELETE('/api/credentials/{id}/evidence/{fileId}', { params: { path: { id, fileId } } }),
  );

export const detachSigned = (id: string) =>
  call<Credential>(api.DELETE('/api/credentials/{id}/signed', { params: { path: { id } } }));

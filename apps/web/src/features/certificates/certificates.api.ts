import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type Schema, api, call } from '../../api/client';

export type Certificate = Schema<'CertificateView'>;

const SIGNING_MS = 2_000;

export const certificatesQuery = queryOptions({
  queryKey: ['certificates'],
  queryFn: () => call<Certificate[]>(api.GET('/api/certificates')),
  refetchInterval: ({ state }) => (state.data?.some(isBeingIssued) ? SIGNING_MS : false),
});

export const certificateQuery = (id: string) =>
  queryOptions({
    queryKey: ['certificates', id],
    queryFn: () => call<Certificate>(api.GET('/api/certificates/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data && isBeingIssued(state.data) ? SIGNING_MS : false),
  });

export type IssuedLine = Schema<'IssuedCertificateView'>;
export type IssuedState = IssuedLine['state'];

export const ISSUED_STATES: readonly IssuedState[] = [
  'valid',
  'expired',
  'revoked',
  'replaced',
  'being_issued',
];
export const CERTIFICATE_KINDS: readonly IssuedLine['kind'][] = ['attendance', 'membership'];

/** What the address of the officers' list says. */
export interface IssuedSearch {
  q?: string;
  state?: IssuedState;
  kind?: IssuedLine['kind'];
  page?: number;
}

export const issuedQuery = (search: IssuedSearch) =>
  queryOptions({
    queryKey: ['certificates', 'issued', search],
    queryFn: () =>
      call(api.GET('/api/issued-certificates', { params: { query: { page: 1, pageSize: 20, ...search } } })),
    placeholderData: keepPreviousData,
  });

const at = (id: string) => ({ params: { path: { id } } });

export const revokeCertificate = (id: string, reason: string) =>
  call(api.POST('/api/certificates/{id}/revocation', { ...at(id), body: { reason } }));

export const replaceCertificate = (id: string, body: Schema<'ReplacementDto'>) =>
  call(api.POST('/api/certificates/{id}/replacement', { ...at(id), body }));

function isBeingIssued(certificate: Certificate): boolean {
  return certificate.state === 'being_issued';
}

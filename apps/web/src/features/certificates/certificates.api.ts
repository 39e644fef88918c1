import { queryOptions } from '@tanstack/react-query';
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

function isBeingIssued(certificate: Certificate): boolean {
  return certificate.state === 'being_issued';
}

import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type Schema, api, call } from '../../api/client';

export type InstitutionDomain = Schema<'InstitutionDomainView'>;

export const domainsQuery = (groupId: string, q: string | undefined) =>
  queryOptions({
    queryKey: ['institution-domains', groupId, q],
    queryFn: () =>
      call<InstitutionDomain[]>(api.GET('/api/institution-domains', { params: { query: { groupId, q } } })),
    placeholderData: keepPreviousData,
  });

export const recordDomain = (body: Schema<'NewInstitutionDomainDto'>) =>
  call<Schema<'MadeView'>>(api.POST('/api/institution-domains', { body }));

export const endDomain = (id: string, reason: string) =>
  call<unknown>(
    api.POST('/api/institution-domains/{id}/ending', { params: { path: { id } }, body: { reason } }),
  );

import { queryOptions } from '@tanstack/react-query';
import { type Schema, api, call } from '../../api/client';

export type NamedSponsor = Schema<'NamedSponsorView'>;
export type Sponsorship = Schema<'SponsorshipView'>;
export type CaseSponsor = Schema<'CaseSponsorView'>;

export const namedQuery = (applicationId: string) =>
  queryOptions({
    queryKey: ['applications', applicationId, 'sponsors'],
    queryFn: () =>
      call<NamedSponsor[]>(
        api.GET('/api/applications/{id}/sponsors', { params: { path: { id: applicationId } } }),
      ),
  });

export const nameSponsor = (applicationId: string, requirementId: string, named: string) =>
  call(
    api.POST('/api/applications/{id}/sponsors', {
      params: { path: { id: applicationId } },
      body: { requirementId, named },
    }),
  );

export const takeBack = (applicationId: string, sponsorId: string) =>
  call(
    api.DELETE('/api/applications/{id}/sponsors/{sponsorId}', {
      params: { path: { id: applicationId, sponsorId } },
    }),
  );

export const sponsorshipsQuery = queryOptions({
  queryKey: ['sponsorships'],
  queryFn: () => call<Sponsorship[]>(api.GET('/api/sponsorships')),
});

export const confirmSponsorship = (id: string) =>
  call(api.POST('/api/sponsorships/{id}/confirmation', { params: { path: { id } } }));

export const declineSponsorship = (id: string, reason: string) =>
  call(api.POST('/api/sponsorships/{id}/refusal', { params: { path: { id } }, body: { reason } }));

export const caseSponsorsQuery = (applicationId: string) =>
  queryOptions({
    queryKey: ['review', 'case', applicationId, 'sponsors'],
    queryFn: () =>
      call<CaseSponsor[]>(
        api.GET('/api/review/applications/{id}/sponsors', { params: { path: { id: applicationId } } }),
      ),
  });

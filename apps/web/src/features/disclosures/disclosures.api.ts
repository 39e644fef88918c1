import { queryOptions } from '@tanstack/react-query';
import { type Schema, api, call } from '../../api/client';

export type OwnDisclosure = Schema<'OwnDisclosureView'>;
export type DisclosureBody = Schema<'DisclosureDto'>;
export type CaseDisclosure = Schema<'CaseDisclosureView'>;
export type OpenedDisclosure = Schema<'OpenedDisclosureView'>;
export type Assessment = Schema<'AssessmentDto'>;
export type ToldDisclosure = Schema<'ToldDisclosureView'>;

export const ownDisclosureQuery = (applicationId: string, requirementId: string) =>
  queryOptions({
    queryKey: ['applications', applicationId, 'disclosures', requirementId],
    queryFn: () =>
      call<OwnDisclosure>(
        api.GET('/api/applications/{id}/disclosures/{requirementId}', {
          params: { path: { id: applicationId, requirementId } },
        }),
      ),
    // What one wrote is sealed at rest; it does not linger in the page either.
    gcTime: 0,
  });

export const answerDisclosure = (applicationId: string, requirementId: string, body: DisclosureBody) =>
  call<{ id: string }>(
    api.PUT('/api/applications/{id}/disclosures/{requirementId}', {
      params: { path: { id: applicationId, requirementId } },
      body,
    }),
  );

export const toldQuery = queryOptions({
  queryKey: ['disclosures'],
  queryFn: () => call<ToldDisclosure[]>(api.GET('/api/disclosures')),
});

export const tell = (body: Schema<'TellingDto'>) => call(api.POST('/api/disclosures', { body }));

export const caseDisclosuresQuery = (applicationId: string) =>
  queryOptions({
    queryKey: ['review', 'case', applicationId, 'disclosures'],
    queryFn: () =>
      call<CaseDisclosure[]>(
        api.GET('/api/review/applications/{id}/disclosures', { params: { path: { id: applicationId } } }),
      ),
  });

export const openDisclosure = (applicationId: string, disclosureId: string) =>
  call<OpenedDisclosure>(
    api.POST('/api/review/applications/{id}/disclosures/{disclosureId}/readings', {
      params: { path: { id: applicationId, disclosureId } },
    }),
  );

export const openMemberDisclosure = (caseId: string) =>
  call<OpenedDisclosure>(
    api.POST('/api/standing-cases/{id}/disclosure/readings', { params: { path: { id: caseId } } }),
  );

export const assess = (applicationId: string, disclosureId: string, body: Assessment) =>
  call(
    api.POST('/api/review/applications/{id}/disclosures/{disclosureId}/assessments', {
      params: { path: { id: applicationId, disclosureId } },
      body,
    }),
  );

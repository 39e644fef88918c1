import { queryOptions } from '@tanstack/react-query';
import { type Schema, api, call, idempotent, ifMatch } from '../../api/client';

export type Group = Schema<'GroupView'>;
export type Grade = Schema<'OpenGradeView'>;
export type Requirement = Schema<'RequirementView'>;
export type Application = Schema<'ApplicationView'>;
export type ApplicationLine = Schema<'ApplicationLineView'>;
export type Task = Schema<'TaskView'>;
export type Details = Schema<'DetailsView'>;
export type DetailsBody = Schema<'DetailsDto'>;
export type Answer = Schema<'AnswerView'>['value'];

/** Groups and what their grades ask for. */
export const groupsQuery = queryOptions({
  queryKey: ['groups'],
  queryFn: () => call<Group[]>(api.GET('/api/groups')),
  staleTime: 60_000,
});

export const applicationsQuery = queryOptions({
  queryKey: ['applications'],
  queryFn: () => call<ApplicationLine[]>(api.GET('/api/applications')),
});

const POLL_MS = 2_000;

/** One own application; read again every two seconds while sources are still being asked. */
export const applicationQuery = (id: string) =>
  queryOptions({
    queryKey: ['applications', id],
    queryFn: () => call<Application>(api.GET('/api/applications/{id}', { params: { path: { id } } })),
    refetchInterval: (query) => (query.state.data?.stage === 'checking' ? POLL_MS : false),
  });

export const decisionQuery = (id: string) =>
  queryOptions({
    queryKey: ['applications', id, 'decision'],
    queryFn: () =>
      call<Schema<'DecisionView'>>(api.GET('/api/applications/{id}/decision', { params: { path: { id } } })),
  });

export const startApplication = (body: { groupId: string; gradeId: string }) =>
  call<{ id: string }>(api.POST('/api/applications', { body }));

export const saveSection = (id: string, requirementId: string, version: number, value: Answer) =>
  call<{ version: number }>(
    api.PUT('/api/applications/{id}/sections/{requirementId}', {
      params: { path: { id, requirementId } },
      body: { value },
      headers: ifMatch(version),
    }),
  );

export const saveDetails = (id: string, version: number, body: DetailsBody) =>
  call<{ version: number }>(
    api.PUT('/api/applications/{id}/details', { params: { path: { id } }, body, headers: ifMatch(version) }),
  );

/** @param key one per opened page: a repeated click has its effect once. */
export const submitApplication = (id: string, key: string) =>
  call<{ reference: string }>(
    api.POST('/api/applications/{id}/submission', { params: { path: { id } }, headers: idempotent(key) }),
  );

export const withdrawApplication = (id: string) =>
  call<unknown>(api.DELETE('/api/applications/{id}', { params: { path: { id } } }));

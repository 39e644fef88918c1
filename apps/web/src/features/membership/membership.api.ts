import { queryOptions } from '@tanstack/react-query';
import { type Schema, api, call } from '../../api/client';

export type Membership = Schema<'MembershipView'>;

export const membershipsQuery = queryOptions({
  queryKey: ['memberships'],
  queryFn: () => call<Membership[]>(api.GET('/api/memberships')),
});

export const ownApplicationsQuery = queryOptions({
  queryKey: ['applications', 'own-states'],
  queryFn: () => call<Schema<'ApplicationLineView'>[]>(api.GET('/api/applications')),
});

import { queryOptions } from '@tanstack/react-query';
import { type Schema, Problem, api, call, ifMatch } from '../../api/client';

export type VerificationRule = Schema<'VerificationRuleView'>;
export type NewVerificationRule = Schema<'VerificationRuleDto'>;
export type StandingRuleInForce = Schema<'StandingRuleView'>;
export type StandingRule = Schema<'StandingRuleDto'>;
export type StandingPreview = Schema<'StandingRulePreviewView'>;
export type OpenWork = Schema<'OpenWorkView'>;
export type NamedSource = Schema<'NamedSourceView'>;

/** One version as lists show it. */
export type RuleVersion = Pick<
  Schema<'StandingRuleVersionView'>,
  'version' | 'publishedAt' | 'publishedBy' | 'reason'
>;

const of = (groupId: string) => ({ params: { path: { groupId } } });

export const verificationQuery = (groupId: string) =>
  queryOptions({
    queryKey: ['verification-rules', groupId],
    queryFn: () => call<VerificationRule>(api.GET('/api/groups/{groupId}/verification-rules', of(groupId))),
  });

export const verificationVersionsQuery = (groupId: string) =>
  queryOptions({
    queryKey: ['verification-rules', groupId, 'versions'],
    queryFn: () =>
      call<RuleVersion[]>(api.GET('/api/groups/{groupId}/verification-rules/versions', of(groupId))),
  });

export const openWorkQuery = (groupId: string) =>
  queryOptions({
    queryKey: ['verification-rules', groupId, 'open-work'],
    queryFn: () => call<OpenWork>(api.GET('/api/groups/{groupId}/verification-rules/open-work', of(groupId))),
  });

export const publishVerification = (groupId: string, seen: number, body: NewVerificationRule) =>
  call<VerificationRule>(
    api.POST('/api/groups/{groupId}/verification-rules', {
      params: { path: { groupId }, header: ifMatch(seen) },
      body,
    }),
  );

export const standingRuleQuery = (groupId: string) =>
  queryOptions({
    queryKey: ['standing-rules', groupId],
    queryFn: () =>
      call<StandingRuleInForce>(api.GET('/api/groups/{groupId}/standing-rules/current', of(groupId))),
  });

export const standingVersionsQuery = (groupId: string) =>
  queryOptions({
    queryKey: ['standing-rules', groupId, 'versions'],
    queryFn: () => call<RuleVersion[]>(api.GET('/api/groups/{groupId}/standing-rules', of(groupId))),
  });

export const ruleSourcesQuery = (groupId: string) =>
  queryOptions({
    queryKey: ['standing-rules', groupId, 'sources'],
    queryFn: () => call<NamedSource[]>(api.GET('/api/groups/{groupId}/standing-rules/sources', of(groupId))),
  });

export const previewStanding = (groupId: string, rule: StandingRule) =>
  call<StandingPreview>(
    api.POST('/api/groups/{groupId}/standing-rules/previews', { ...of(groupId), body: { rule } }),
  );

export const publishStanding = (groupId: string, body: Schema<'NewStandingRuleDto'>) =>
  call<StandingRuleInForce>(api.POST('/api/groups/{groupId}/standing-rules', { ...of(groupId), body }));

/** The group's own version that an edit rests on; 0 where it follows another group, or the default. */
export const ownVersion = (
  groupId: string,
  rule: { groupId: string | null; version: number | null },
): number => (rule.groupId === groupId ? (rule.version ?? 0) : 0);

/** Whether somebody else published meanwhile. */
export const isStale = (error: unknown): boolean => error instanceof Problem && error.code.endsWith('.stale');

import { queryOptions } from '@tanstack/react-query';
import { type Schema, api, call, ifMatch } from '../../api/client';

export type RuledGrade = Schema<'RuledGradeView'>;
export type GradeRule = Schema<'GradeRuleView'>;
export type RuleDraft = Schema<'RuleDraftDto'>;
export type NewRule = Schema<'NewRuleDto'>;
export type RulePreview = Schema<'RulePreviewView'>;
export type PreviewedCase = Schema<'PreviewedCaseView'>;

export type Bot = Schema<'BotView'>;
export type BotRule = Schema<'BotRuleDto'>;

export const botsQuery = queryOptions({
  queryKey: ['rules', 'bots'],
  queryFn: () => call<Bot[]>(api.GET('/api/bots')),
});

export const publishBotRule = ({ groupId, version }: Bot, body: BotRule) =>
  call<Schema<'PublishedBotRuleView'>>(
    api.POST('/api/bots/{groupId}/versions', {
      params: { path: { groupId }, header: ifMatch(version) },
      body,
    }),
  );

export const gradesQuery = queryOptions({
  queryKey: ['rules'],
  queryFn: () => call<RuledGrade[]>(api.GET('/api/rules')),
});

export const ruleQuery = (gradeId: string) =>
  queryOptions({
    queryKey: ['rules', gradeId],
    queryFn: () => call<GradeRule>(api.GET('/api/rules/{gradeId}', { params: { path: { gradeId } } })),
  });

export const previewRule = (gradeId: string, body: RuleDraft) =>
  call<RulePreview>(api.POST('/api/rules/{gradeId}/previews', { params: { path: { gradeId } }, body }));

export const publishRule = ({ gradeId, version }: GradeRule, body: NewRule) =>
  call<Schema<'PublishedRuleView'>>(
    api.POST('/api/rules/{gradeId}/versions', {
      params: { path: { gradeId }, header: ifMatch(version) },
      body,
    }),
  );

export type Desk = Schema<'DeskView'>;
export type NewDesk = Schema<'DeskDto'>;

export const deskQuery = (groupId: string) =>
  queryOptions({
    queryKey: ['rules', 'desk', groupId],
    queryFn: () => call<Desk>(api.GET('/api/review/desks/{groupId}', { params: { path: { groupId } } })),
  });

export const arrangeDesk = ({ groupId, version }: Desk, body: NewDesk) =>
  call(
    api.PUT('/api/review/desks/{groupId}', {
      params: { path: { groupId }, header: ifMatch(version) },
      body,
    }),
  );

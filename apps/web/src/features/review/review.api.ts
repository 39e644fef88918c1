import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type Schema, api, call, ifMatch } from '../../api/client';
import type { QueueSearch } from './queue-search';

export type QueueLine = Schema<'QueueLineView'>;
export type QueuePage = Schema<'QueuePageView'>;
export type Case = Schema<'CaseView'>;
export type CaseRequirement = Schema<'CaseRequirementView'>;
export type Neighbours = Schema<'NeighboursView'>;
export type Reader = Schema<'ReaderView'>;
export type Evidence = Schema<'EvidenceView'>;
export type EvidenceFile = Schema<'CaseFileView'>;
export type Decision = Schema<'DecisionView'>;
export type DecidedRequirement = Schema<'DecidedRequirementView'>;
export type Replay = Schema<'ReplayView'>;
export type NewDecision = Schema<'DecisionDto'>;
export type NewVote = Schema<'VoteDto'>;
export type Vote = Schema<'VoteView'>;
export type Appeal = Schema<'AppealView'>;
export type Rule = Schema<'DecisionRuleView'>;
export type CorrectionItem = Schema<'CorrectionItemDto'>;

/** Cases end while an officer looks: lists and cases are asked for again every half minute. */
const REFRESH_MS = 30_000;

export const queueQuery = ({ tab = 'team', sort = 'due', page = 1, ...filters }: QueueSearch) =>
  queryOptions({
    queryKey: ['review', 'queue', { tab, sort, page, ...filters }],
    queryFn: () =>
      call<QueuePage>(
        api.GET('/api/review/applications', {
          params: {
            query: {
              tab,
              sort,
              page,
              pageSize: 20,
              q: filters.q ?? '',
              groupId: filters.group,
              gradeId: filters.grade,
              kind: filters.kind,
              waitingOn: filters.waiting,
            },
          },
        }),
      ),
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MS,
  });

export const caseQuery = (id: string) =>
  queryOptions({
    queryKey: ['review', 'case', id],
    queryFn: () => call<Case>(api.GET('/api/review/applications/{id}', { params: { path: { id } } })),
    refetchInterval: REFRESH_MS,
  });

/** The cases beside one, in the list that it was opened from. */
export const neighboursQuery = (
  id: string,
  { tab = 'team', sort = 'due', q = '', group, grade, kind, waiting }: QueueSearch,
) =>
  queryOptions({
    queryKey: ['review', 'neighbours', id, { tab, sort, q, group, grade, kind, waiting }],
    queryFn: () =>
      call<Neighbours>(
        api.GET('/api/review/applications/{id}/neighbours', {
          params: {
            path: { id },
            query: {
              tab,
              sort,
              q,
              groupId: group,
              gradeId: grade,
              kind,
              waitingOn: waiting,
              page: 1,
              pageSize: 1,
            },
          },
        }),
      ),
  });

const PRESENCE_MS = 10_000;

/** Tells that one has the case open, and hears who else has; a page in the background tells nothing. */
export const presenceQuery = (id: string) =>
  queryOptions({
    queryKey: ['presence', id],
    queryFn: () =>
      call<Reader[]>(api.PUT('/api/review/applications/{id}/presence', { params: { path: { id } } })),
    refetchInterval: PRESENCE_MS,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });

export const leaveCase = (id: string) =>
  call(api.DELETE('/api/review/applications/{id}/presence', { params: { path: { id } }, keepalive: true }));

export const markSeen = (id: string, fileId: string) =>
  call(api.PUT('/api/review/applications/{id}/files/{fileId}/view', { params: { path: { id, fileId } } }));

export const decisionQuery = (applicationId: string, instance: 'first' | 'last' = 'last') =>
  queryOptions({
    queryKey: ['decision', applicationId, instance],
    queryFn: () =>
      call<Decision>(
        api.GET('/api/applications/{id}/decision', {
          params: { path: { id: applicationId }, query: { instance } },
        }),
      ),
  });

/** What an act on a case rests on. */
type Seen = Pick<Case, 'id' | 'version'>;

const at = ({ id, version }: Seen) => ({ path: { id }, header: ifMatch(version) });

export const assign = (seen: Seen, personId?: string) =>
  call(api.POST('/api/review/applications/{id}/assignments', { params: at(seen), body: { personId } }));

export const release = (seen: Seen) =>
  call(api.DELETE('/api/review/applications/{id}/assignments', { params: at(seen) }));

export const declareConflict = (id: string, reason: string) =>
  call(api.POST('/api/review/applications/{id}/conflicts', { params: { path: { id } }, body: { reason } }));

/** @param answerBy the last day to answer, `YYYY-MM-DD`. */
export const requestCorrection = (seen: Seen, items: CorrectionItem[], answerBy: string) =>
  call(
    api.POST('/api/review/applications/{id}/corrections', { params: at(seen), body: { items, answerBy } }),
  );

export const decide = (seen: Seen, body: NewDecision) =>
  call(api.POST('/api/applications/{id}/decisions', { params: at(seen), body }));

export const castVote = (id: string, body: NewVote) =>
  call<Schema<'VotedView'>>(api.POST('/api/applications/{id}/votes', { params: { path: { id } }, body }));

export const fileAppeal = (id: string, grounds: string) =>
  call(api.POST('/api/applications/{id}/appeals', { params: { path: { id } }, body: { grounds } }));

export const replay = (decisionId: string) =>
  call<Replay>(api.POST('/api/decisions/{id}/replays', { params: { path: { id: decisionId } } }));

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type Page, type Schema, api, call } from '../../api/client';
import { currentLanguage } from '../../app/language';
import { navigationFor } from '../../app/navigation';
import { type Session, holds, useSession } from '../../app/session';

/** Somewhere to go. */
export interface Command {
  kind: 'page' | 'case' | 'person';
  title: string;
  /** Tells two of the same name apart. */
  under?: string;
  to: string;
}

const FEW = 6;
const LEAST_LETTERS = 2;

/** Pages at once; cases and people as the API finds them, which alone decides what this person may see. */
export function useCommands(text: string): { commands: Command[]; isSearching: boolean } {
  const session = useSession() ?? null;
  const q = text.trim();
  const isAsked = q.length >= LEAST_LETTERS;
  const mayReview = holds(session, 'applications.review') || holds(session, 'applications.decide');
  const cases = useQuery({
    queryKey: ['commands', 'cases', q],
    queryFn: () => casesLike(q),
    enabled: isAsked && mayReview,
    placeholderData: keepPreviousData,
  });
  const people = useQuery({
    queryKey: ['commands', 'people', q],
    queryFn: () => peopleLike(q),
    enabled: isAsked && seesPeople(session),
    placeholderData: keepPreviousData,
  });
  const found = isAsked ? [...(cases.data ?? []), ...(people.data ?? [])] : [];
  return {
    commands: [...found, ...pagesLike(q, session)],
    isSearching: isAsked && (cases.isFetching || people.isFetching),
  };
}

/** Whoever has the list of people in their navigation. */
function seesPeople(session: Session | null): boolean {
  return Object.values(navigationFor(session))
    .flat()
    .some(({ to }) => to === '/members');
}

function pagesLike(q: string, session: Session | null): Command[] {
  const { mine, office, public: open } = navigationFor(session);
  return [...mine, ...office, ...open]
    .map(({ to, label }) => ({ kind: 'page' as const, title: label[currentLanguage()], to }))
    .filter(({ title }) => title.toLocaleLowerCase().includes(q.toLocaleLowerCase()));
}

async function casesLike(q: string): Promise<Command[]> {
  const { items } = await call<Schema<'QueuePageView'>>(
    api.GET('/api/review/applications', {
      params: { query: { tab: 'team', sort: 'due', q, page: 1, pageSize: FEW } },
    }),
  );
  return items.map(({ id, applicantName, reference }) => ({
    kind: 'case',
    title: applicantName,
    under: reference,
    to: `/review/${id}`,
  }));
}

async function peopleLike(q: string): Promise<Command[]> {
  const { items } = await call<Page<Schema<'DirectoryLineView'>>>(
    api.GET('/api/directory/people', { params: { query: { q, page: 1, pageSize: FEW } } }),
  );
  return items.map(({ personId, fullName }) => ({
    kind: 'person',
    title: fullName,
    to: `/members/${personId}`,
  }));
}

import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { type Problem, asProblem } from '../api/client';

/** A refusal in words for a person. */
export interface ProblemText {
  title: string;
  text: string;
  reasons: string[];
  reference: string | undefined;
  /** The refusal is about what the person may do: say whom to ask. */
  isForbidden: boolean;
  /** Trying again can help: no connection, too many requests, a service that is down. */
  canRetry: boolean;
}

const KINDS: Record<number, string> = {
  [-1]: 'unexpected',
  0: 'offline',
  401: 'signedOut',
  403: 'forbidden',
  404: 'notFound',
  409: 'conflict',
  413: 'tooLarge',
  429: 'tooMany',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
};

/** Words for anything thrown: the server's own sentence where it gave one, else the sentence of its kind. */
export function useProblemText(error: unknown): ProblemText {
  const { t } = useTranslation('ui');
  const problem = asProblem(error);
  const kind = KINDS[problem.status] ?? (problem.status >= 500 ? 'server' : 'refused');
  return {
    title: t(`problem.${kind}.title`),
    text: textOf(problem, kind, t),
    reasons: problem.reasons.map((reason) => reason.message),
    reference: problem.reference,
    isForbidden: problem.status === 403,
    canRetry: problem.status <= 0 || problem.status === 429 || problem.status >= 500,
  };
}

function textOf(problem: Problem, kind: string, t: TFunction<'ui'>): string {
  const wait = problem.retryAfterSeconds;
  // Only the header says when, so that "wait a little" of the sentence becomes a time.
  if (kind === 'tooMany' && wait) {
    return wait < 60
      ? t('problem.tooMany.textSeconds', { count: wait })
      : t('problem.tooMany.textWhen', { count: Math.ceil(wait / 60) });
  }
  return problem.detail || t(`problem.${kind}.text`);
}

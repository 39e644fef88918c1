import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { type Problem, asProblem } from '../api/client';

/** A refusal in words for a person. */
export interface ProblemText {
  title: string;
  text: string;
  reasons: string[];
  reference: string | undefined;
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
    text: problem.detail || textOf(problem, kind, t),
    reasons: problem.reasons.map((reason) => reason.message),
    reference: problem.reference,
    canRetry: problem.status <= 0 || problem.status === 429 || problem.status >= 500,
  };
}

function textOf(problem: Problem, kind: string, t: TFunction<'ui'>): string {
  if (kind === 'tooMany' && problem.retryAfterSeconds) {
    return t('problem.tooMany.textWhen', { count: Math.ceil(problem.retryAfterSeconds / 60) });
  }
  return t(`problem.${kind}.text`);
}

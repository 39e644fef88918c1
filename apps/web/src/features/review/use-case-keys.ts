import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { judgeHere, partInHand } from '../checks/judging';
import { type Shortcut, useShortcuts } from '../shortcuts';
import type { QueueSearch } from './queue-search';
import { type Case, neighboursQuery } from './review.api';
import type { CaseTaking } from './use-case-taking';

/** A case by keyboard. Each key opens, moves or fills in; sending is always a press of its own. */
export function useCaseKeys(shown: Case, search: QueueSearch, taking: CaseTaking): void {
  const { t } = useTranslation('review');
  const navigate = useNavigate();
  const { data: beside } = useQuery(neighboursQuery(shown.id, search));
  const open = (applicationId: string | null | undefined) => {
    if (applicationId) void navigate({ to: '/review/$applicationId', params: { applicationId }, search });
  };
  const params = { applicationId: shown.id };
  const isSubmitted = shown.state === 'submitted';
  const correct: Shortcut = {
    keys: '3',
    label: t('keys.needsCorrection'),
    run: () =>
      void navigate({
        to: '/review/$applicationId/correction',
        params,
        search: { ...search, part: partInHand() },
      }),
  };
  const decide: Shortcut = {
    keys: 'd',
    label: t('keys.toDecision'),
    run: () => void navigate({ to: '/review/$applicationId/decision', params, search }),
  };
  useShortcuts(t('keys.case'), [
    { keys: 'j', label: t('keys.next'), run: () => open(beside?.nextId) },
    { keys: 'k', label: t('keys.previous'), run: () => open(beside?.previousId) },
    { keys: 'g q', label: t('keys.backToList'), run: () => void navigate({ to: '/review', search }) },
    ...(taking.mayTake ? [{ keys: 'a', label: t('keys.take'), run: taking.take }] : []),
    { keys: '1', label: t('keys.confirm'), run: () => judgeHere('confirm') },
    { keys: '2', label: t('keys.override'), run: () => judgeHere('override') },
    ...(isSubmitted ? [correct] : []),
    { keys: 'c', label: t('keys.comment'), run: () => judgeHere('reason') },
    ...(isSubmitted && shown.mayDecide ? [decide] : []),
  ]);
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '../../api/client';
import { useSession } from '../../app/session';
import { toast } from '../../ui/toast';
import { type Case, assign, release } from './review.api';

/** Taking a case up and putting it back, by button or key. */
export interface CaseTaking {
  isMine: boolean;
  mayTake: boolean;
  take: () => void;
  putBack: () => void;
  isPending: boolean;
  /** The case as it was seen when an act came too late; null once it was looked at again. */
  missed: Case | null;
  lookAgain: () => void;
}

/** An act on a case that somebody else changed meanwhile is not repeated by itself: the differences are shown first. */
export function useCaseTaking(shown: Case): CaseTaking {
  const { t } = useTranslation('review');
  const queryClient = useQueryClient();
  const me = useSession()?.person.id;
  const [missed, setMissed] = useState<Case | null>(null);
  const act = useMutation({
    mutationFn: async ({ verb }: { verb: 'take' | 'putBack' }) => {
      await (verb === 'take' ? assign(shown) : release(shown));
      return verb;
    },
    onSuccess: (verb) => toast.good(verb === 'take' ? t('case.taken') : t('case.putBack')),
    onError: (error) =>
      asProblem(error).code === 'application.stale' ? setMissed(shown) : toast.problem(error),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['review'] }),
  });
  const isOpen = shown.state === 'submitted' || shown.state === 'returned';
  const isMine = shown.assignedTo === me;
  return {
    isMine,
    mayTake: isOpen && !isMine,
    take: () => act.mutate({ verb: 'take' }),
    putBack: () => act.mutate({ verb: 'putBack' }),
    isPending: act.isPending,
    missed,
    lookAgain: () => setMissed(null),
  };
}

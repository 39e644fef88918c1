import { Button, Group } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session';
import { LinkButton } from '../../ui/links';
import { PendingButton } from '../../ui/pending-button';
import { toast } from '../../ui/toast';
import { ConflictDialog } from './conflict-dialog';
import { HandOverDialog } from './hand-over-dialog';
import { type Case, assign, release } from './review.api';

/** What an officer can do with a case; opening it assigns nothing. */
export function CaseActs({ shown }: { shown: Case }) {
  const { t } = useTranslation('review');
  const me = useSession()?.person.id;
  const [dialog, setDialog] = useState<'hand-over' | 'conflict' | null>(null);
  const take = useAct(shown, () => assign(shown), t('case.taken'));
  const putBack = useAct(shown, () => release(shown), t('case.putBack'));
  const isOpen = shown.state === 'submitted' || shown.state === 'returned';
  const params = { applicationId: shown.id };
  if (!isOpen) {
    return (
      shown.state !== 'withdrawn' && (
        <Group gap="sm" mb="xl" data-no-print>
          <LinkButton to="/applications/$applicationId/decision" params={params}>
            {t('actions.why')}
          </LinkButton>
        </Group>
      )
    );
  }
  return (
    <Group gap="sm" mb="xl" data-no-print>
      {shown.state === 'submitted' && shown.mayDecide && (
        <LinkButton to="/review/$applicationId/decision" params={params}>
          {t('actions.toDecision')}
        </LinkButton>
      )}
      {shown.state === 'submitted' && (
        <LinkButton to="/review/$applicationId/correction" params={params} variant="default">
          {t('actions.toCorrection')}
        </LinkButton>
      )}
      {shown.assignedTo === me ? (
        <PendingButton
          type="button"
          variant="default"
          isPending={putBack.isPending}
          onClick={() => putBack.mutate()}
        >
          {t('actions.release')}
        </PendingButton>
      ) : (
        <PendingButton
          type="button"
          variant="default"
          isPending={take.isPending}
          onClick={() => take.mutate()}
        >
          {t('actions.take')}
        </PendingButton>
      )}
      {shown.colleagues.length > 0 && (
        <Button variant="subtle" onClick={() => setDialog('hand-over')}>
          {t('actions.handOver')}
        </Button>
      )}
      <Button variant="subtle" onClick={() => setDialog('conflict')}>
        {t('actions.conflict')}
      </Button>
      <HandOverDialog shown={shown} isOpen={dialog === 'hand-over'} onClose={() => setDialog(null)} />
      <ConflictDialog shown={shown} isOpen={dialog === 'conflict'} onClose={() => setDialog(null)} />
    </Group>
  );
}

function useAct(shown: Case, act: () => Promise<unknown>, done: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: () => toast.good(done),
    onError: (error) => toast.problem(error),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['review'] }),
    mutationKey: ['review', 'act', shown.id],
  });
}

import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../ui/links';
import { PendingButton } from '../../ui/pending-button';
import { ConflictDialog } from './conflict-dialog';
import { HandOverDialog } from './hand-over-dialog';
import { readQueueSearch } from './queue-search';
import type { Case } from './review.api';
import type { CaseTaking } from './use-case-taking';

/** What an officer can do with a case; opening it assigns nothing. */
export function CaseActs({ shown, taking }: { shown: Case; taking: CaseTaking }) {
  const { t } = useTranslation('review');
  const [dialog, setDialog] = useState<'hand-over' | 'conflict' | null>(null);
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
        <LinkButton to="/review/$applicationId/decision" params={params} search={readQueueSearch}>
          {t(shown.panel ? 'actions.toVote' : 'actions.toDecision')}
        </LinkButton>
      )}
      {shown.state === 'submitted' && (
        <LinkButton
          to="/review/$applicationId/correction"
          params={params}
          search={readQueueSearch}
          variant="default"
        >
          {t('actions.toCorrection')}
        </LinkButton>
      )}
      {taking.isMine ? (
        <PendingButton type="button" variant="default" isPending={taking.isPending} onClick={taking.putBack}>
          {t('actions.release')}
        </PendingButton>
      ) : (
        <PendingButton type="button" variant="default" isPending={taking.isPending} onClick={taking.take}>
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

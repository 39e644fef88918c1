import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { PendingButton } from '../../ui/pending-button';
import { StatusTag } from '../../ui/status-tag';
import { toast } from '../../ui/toast';
import { type Replay, replay } from './review.api';
import classes from './review.module.css';

/** Applies the stored rule to the stored evidence once more and says whether the result is the same. */
export function ReplayPanel({ decisionId }: { decisionId: string }) {
  const { t } = useTranslation('review');
  const again = useMutation({
    mutationFn: () => replay(decisionId),
    onError: (error) => toast.problem(error),
  });
  return (
    <section className={classes.part}>
      <h2>{t('replay.title')}</h2>
      <p>{t('replay.text')}</p>
      <div className={classes.replay}>
        <PendingButton
          type="button"
          variant="default"
          isPending={again.isPending}
          onClick={() => again.mutate()}
        >
          {t('actions.replay')}
        </PendingButton>
        <div role="status">
          {again.data && (
            <StatusTag tone={again.data.same ? 'good' : 'bad'}>
              {t(`replay.result.${verdictOf(again.data)}`)}
            </StatusTag>
          )}
        </div>
      </div>
    </section>
  );
}

function verdictOf({ same, factsIntact, votesHold }: Replay): string {
  if (same) return 'same';
  if (votesHold === false) return 'votes';
  return factsIntact ? 'other' : 'touched';
}

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateTimeText } from '../../ui/date-text';
import { EmptyState } from '../../ui/empty-state';
import { PendingButton } from '../../ui/pending-button';
import { toast } from '../../ui/toast';
import { type DeadLetter, queuesQuery, retry } from './operations.api';
import classes from './operations.module.css';

/** What used up its tries, with the one thing to do about it. */
export function DeadLetters({ letters }: { letters: DeadLetter[] }) {
  const { t } = useTranslation('operations');
  return (
    <section aria-labelledby="dead-letters">
      <h2 id="dead-letters">{t('deadLetters', { count: letters.length })}</h2>
      {letters.length === 0 && (
        <EmptyState kind="nothing-yet" title={t('empty.dead')} text={t('empty.deadText')} />
      )}
      <ul className={classes.letters}>
        {letters.map((letter) => (
          <Letter key={`${letter.messageId} ${letter.queue}`} letter={letter} />
        ))}
      </ul>
    </section>
  );
}

function Letter({ letter }: { letter: DeadLetter }) {
  const { t } = useTranslation('operations');
  const queryClient = useQueryClient();
  const [isPending, setPending] = useState(false);
  const again = async (): Promise<void> => {
    setPending(true);
    try {
      await retry(letter);
      toast.good(t('retried'));
    } catch (error) {
      toast.problem(error);
    } finally {
      await queryClient.invalidateQueries(queuesQuery);
      setPending(false);
    }
  };
  return (
    <li className={classes.letter}>
      <div>
        <h3>
          {letter.type} → {letter.queue}
        </h3>
        <p className={classes.error}>{letter.lastError ?? t('noError')}</p>
        <p className={classes.meta}>
          {t('attempts', { count: letter.attempts })}, <DateTimeText value={letter.endedAt} />
          <br />
          <code>{letter.messageId}</code>
        </p>
      </div>
      <PendingButton type="button" variant="default" isPending={isPending} onClick={() => void again()}>
        {t('actions.retry')}
      </PendingButton>
    </li>
  );
}

import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateTimeText } from '../../ui/date-text';
import { ErrorState } from '../../ui/error-state';
import { TextField } from '../../ui/form';
import { LoadingState } from '../../ui/loading-state';
import { SummaryList } from '../../ui/summary-list';
import { CorrectionDialog } from './correction-dialog';
import { Differences } from './import-changes';
import { FACTS, shownFact } from './import-figures';
import { type HolderHistory, holderQuery } from './registers.api';
import classes from './registers.module.css';

/** Looks one number up: what the register says of it, what it said before, and a correction by hand. */
export function HolderPart({ registerId, isBusy }: { registerId: string; isBusy: boolean }) {
  const { t } = useTranslation('registers');
  const [typed, setTyped] = useState('');
  const [number, setNumber] = useState('');
  const look = (event: FormEvent) => {
    event.preventDefault();
    setNumber(typed.trim());
  };
  return (
    <section aria-labelledby="holder" className={classes.part}>
      <h2 id="holder">{t('holder.title')}</h2>
      <form onSubmit={look} className={classes.look}>
        <TextField
          name="number"
          label={t('field.number')}
          hint={t('holder.hint')}
          width={24}
          spellCheck={false}
          value={typed}
          error={undefined}
          onChange={setTyped}
        />
        <Button type="submit" variant="default">
          {t('actions.look')}
        </Button>
      </form>
      {number !== '' && <Holder registerId={registerId} number={number} isBusy={isBusy} />}
    </section>
  );
}

function Holder({ registerId, number, isBusy }: { registerId: string; number: string; isBusy: boolean }) {
  const { t } = useTranslation('registers');
  const { data, error, refetch } = useQuery(holderQuery(registerId, number));
  const [isCorrecting, setCorrecting] = useState(false);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState lines={4} />;
  const { entry } = data;
  return (
    <div role="status">
      {entry ? (
        <SummaryList
          title={t('holder.entry', { number: data.version ?? 0 })}
          rows={FACTS.map(([column, fact]) => ({
            key: column,
            label: t(`field.${column}`),
            value: <bdi className={classes.long}>{shownFact(entry, fact) ?? t('reading.absent')}</bdi>,
          }))}
        />
      ) : (
        <p>{t('holder.none', { number })}</p>
      )}
      <History changes={data.changes} />
      <Button variant="default" disabled={isBusy} onClick={() => setCorrecting(true)}>
        {entry ? t('actions.correct') : t('actions.enter')}
      </Button>
      {isCorrecting && (
        <CorrectionDialog
          registerId={registerId}
          number={entry?.number ?? number}
          entry={entry}
          onClose={() => setCorrecting(false)}
        />
      )}
    </div>
  );
}

function History({ changes }: { changes: HolderHistory['changes'] }) {
  const { t } = useTranslation('registers');
  if (changes.length === 0) return null;
  return (
    <>
      <h3>{t('holder.history')}</h3>
      <ol className={classes.history}>
        {changes.map((change) => (
          <li key={change.importId}>
            <strong>
              {t('version', { number: change.version })} · {t(`versionKind.${change.versionKind}`)} ·{' '}
              {t(`kindOfChange.${change.kind}`)}
            </strong>{' '}
            <DateTimeText value={change.at} />
            {change.reason && <p className={classes.quiet}>{change.reason}</p>}
            <Differences change={change} />
          </li>
        ))}
      </ol>
    </>
  );
}

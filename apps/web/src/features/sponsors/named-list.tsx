import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { DateText } from '../../ui/date-text';
import { ErrorState } from '../../ui/error-state';
import { LoadingState } from '../../ui/loading-state';
import { StatusTag, type Tone } from '../../ui/status-tag';
import { applicationQuery } from '../apply/apply.api';
import { type NamedSponsor, namedQuery, takeBack } from './sponsors.api';
import classes from './sponsors.module.css';

const TONE: Readonly<Record<NamedSponsor['state'], Tone>> = {
  asked: 'waiting',
  confirmed: 'good',
  unavailable: 'warn',
};

interface NamedListProps {
  applicationId: string;
  requirementId: string;
  isOpen: boolean;
}

/** Everyone named so far; who was not asked in vain looks like who declined. */
export function NamedList({ applicationId, requirementId, isOpen }: NamedListProps) {
  const { t } = useTranslation('sponsors');
  const queryClient = useQueryClient();
  const [leaving, setLeaving] = useState<NamedSponsor | null>(null);
  const { data, error, refetch } = useQuery(namedQuery(applicationId));
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState lines={3} />;
  const named = data.filter((one) => one.requirementId === requirementId);
  if (named.length === 0) return null;
  return (
    <section aria-labelledby="named">
      <h2 id="named">{t('named')}</h2>
      <ul className={classes.list}>
        {named.map((one) => (
          <li key={one.id}>
            <div className={classes.what}>
              <strong>{one.named}</strong>
              {one.state === 'asked' && (
                <span className={classes.under}>
                  {t('until')} <DateText value={one.expiresAt} />
                </span>
              )}
              {one.state === 'unavailable' && <span className={classes.under}>{t('another')}</span>}
            </div>
            <StatusTag tone={TONE[one.state]}>{t(`state.${one.state}`)}</StatusTag>
            {isOpen && one.state === 'asked' && (
              <Button variant="default" onClick={() => setLeaving(one)}>
                {t('actions.takeBack')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ConfirmDialog
        isOpen={leaving !== null}
        title={t('takeBack', { named: leaving?.named ?? '' })}
        verb={t('actions.takeBack')}
        onConfirm={async () => {
          if (leaving) await takeBack(applicationId, leaving.id);
          await queryClient.invalidateQueries({ queryKey: applicationQuery(applicationId).queryKey });
        }}
        onClose={() => setLeaving(null)}
      >
        <p>{t('takeBackText')}</p>
      </ConfirmDialog>
    </section>
  );
}

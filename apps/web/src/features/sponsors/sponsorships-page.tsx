import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { DateText } from '../../ui/date-text';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { LoadingState } from '../../ui/loading-state';
import { PageTitle } from '../../ui/page-title';
import { StatusTag, type Tone } from '../../ui/status-tag';
import { toast } from '../../ui/toast';
import { useText } from '../apply/use-text';
import { DeclineDialog } from './decline-dialog';
import { type Sponsorship, confirmSponsorship, sponsorshipsQuery } from './sponsors.api';
import classes from './sponsors.module.css';

const TONE: Readonly<Record<Sponsorship['state'], Tone>> = {
  asked: 'warn',
  confirmed: 'good',
  declined: 'info',
  expired: 'waiting',
  withdrawn: 'waiting',
};

type Asking = { line: Sponsorship; act: 'confirm' | 'decline' };

/** Applicants who ask the reader to vouch for them. */
export function SponsorshipsPage() {
  const { t } = useTranslation('sponsors');
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState<Asking | null>(null);
  const { data, error, refetch } = useQuery(sponsorshipsQuery);
  const reread = async () => {
    await queryClient.invalidateQueries({ queryKey: sponsorshipsQuery.queryKey });
    await queryClient.invalidateQueries({ queryKey: ['tasks'] });
  };
  return (
    <div className={classes.reading}>
      <PageTitle title={t('mine.title')} lead={t('mine.lead')} />
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState lines={4} />}
      {data?.length === 0 && (
        <EmptyState kind="nothing-yet" title={t('mine.empty')} text={t('mine.emptyText')} />
      )}
      {data && data.length > 0 && (
        <ul className={classes.list}>
          {data.map((line) => (
            <li key={line.id}>
              <Line line={line} onAct={(act) => setAsking({ line, act })} />
            </li>
          ))}
        </ul>
      )}
      <ConfirmDialog
        isOpen={asking?.act === 'confirm'}
        title={t('confirmOf', { name: asking?.line.applicantName ?? '' })}
        verb={t('actions.confirm')}
        onConfirm={async () => {
          if (asking) await confirmSponsorship(asking.line.id);
          toast.good(t('confirmed'));
          await reread();
        }}
        onClose={() => setAsking(null)}
      >
        <p>{t('confirmText')}</p>
      </ConfirmDialog>
      {asking?.act === 'decline' && (
        <DeclineDialog line={asking.line} onDone={reread} onClose={() => setAsking(null)} />
      )}
    </div>
  );
}

function Line({ line, onAct }: { line: Sponsorship; onAct: (act: Asking['act']) => void }) {
  const { t } = useTranslation('sponsors');
  const { pick } = useText();
  return (
    <>
      <div className={classes.what}>
        <strong>{line.applicantName}</strong>
        <span className={classes.under}>
          {pick(line.groupNameId, line.groupNameEn)} · {pick(line.gradeNameId, line.gradeNameEn)}
        </span>
        {line.state === 'asked' && (
          <span className={classes.under}>
            {t('until')} <DateText value={line.expiresAt} />
          </span>
        )}
      </div>
      <StatusTag tone={TONE[line.state]}>{t(`own.${line.state}`)}</StatusTag>
      {line.state === 'asked' && (
        <div className={classes.acts}>
          <Button onClick={() => onAct('confirm')}>{t('actions.confirm')}</Button>
          <Button variant="default" onClick={() => onAct('decline')}>
            {t('actions.decline')}
          </Button>
        </div>
      )}
    </>
  );
}

import { Alert, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { DateText, DateTimeText } from '../../ui/date-text';
import { ErrorState } from '../../ui/error-state';
import { LoadingState } from '../../ui/loading-state';
import { PageTitle } from '../../ui/page-title';
import { SummaryList } from '../../ui/summary-list';
import { type MergeDetail, mergeQuery } from './duplicates.api';
import classes from './duplicates.module.css';
import { UndoMergeDialog } from './undo-merge-dialog';

const route = getRouteApi('/merges/$mergeId');

/** One merge: who became whom, what changed, and taking it back. */
export function MergePage() {
  const { mergeId } = route.useParams();
  const { data, error, refetch } = useQuery(mergeQuery(mergeId));
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} asPage />;
  return data ? <OpenMerge merge={data} /> : <LoadingState lines={6} />;
}

function OpenMerge({ merge }: { merge: MergeDetail }) {
  const { t } = useTranslation('duplicates');
  const language = currentLanguage();
  const [isUndoing, setUndoing] = useState(false);
  return (
    <>
      <PageTitle title={t('merge.title', { merged: merge.mergedName, survivor: merge.survivorName })} />
      {merge.undoneAt && (
        <Alert color="blue" mb="lg">
          <p>
            {t('undo.was', { name: merge.undoneBy, reason: merge.undoneReason })}{' '}
            <DateTimeText value={merge.undoneAt} />
          </p>
          {Boolean(merge.leftAlone) && <p>{t('undo.left', { count: merge.leftAlone ?? 0 })}</p>}
        </Alert>
      )}
      <SummaryList
        rows={[
          { key: 'at', label: t('column.mergedAt'), value: <DateTimeText value={merge.mergedAt} /> },
          { key: 'by', label: t('merge.by'), value: merge.mergedBy },
          { key: 'reason', label: t('reason.label'), value: merge.reason },
          { key: 'until', label: t('undo.until'), value: <DateText value={merge.undoUntil} /> },
          ...merge.changed.map(({ label, count }) => ({
            key: label.id,
            label: label[language],
            value: t('merge.changed', { count }),
          })),
        ]}
      />
      {!merge.undoneAt && (
        <>
          <h2 className={classes.heading}>{t('undo.title')}</h2>
          <p>{t('undo.text')}</p>
          {merge.undoRefusals.length > 0 ? (
            <ul className={classes.reasons}>
              {merge.undoRefusals.map(({ text }) => (
                <li key={text.id}>{text[language]}</li>
              ))}
            </ul>
          ) : (
            <Button variant="default" onClick={() => setUndoing(true)}>
              {t('actions.undo')}
            </Button>
          )}
        </>
      )}
      {isUndoing && <UndoMergeDialog mergeId={merge.id} onClose={() => setUndoing(false)} />}
    </>
  );
}

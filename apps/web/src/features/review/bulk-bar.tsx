import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '../../ui/toast';
import { useShortcuts } from '../shortcuts';
import { BatchReport } from './batch-report';
import { BulkDialog } from './bulk-dialog';
import type { QueueSearch } from './queue-search';
import { countInWords } from './queue-tabs';
import { type Batch, type BatchResult, assignMany, filterOf, releaseMany } from './queue-views.api';
import type { QueueLine, QueuePage } from './review.api';
import classes from './queue.module.css';
import { MOST_SELECTED, type Selection } from './use-selection';

interface BulkBarProps {
  selection: Selection;
  search: QueueSearch;
  page: QueuePage;
  rows: readonly QueueLine[];
}

/** What can be done with many cases at once: with the selected ones, or with all that the filter finds. */
export function BulkBar({ selection, search, page, rows }: BulkBarProps) {
  const { t } = useTranslation('review');
  const queryClient = useQueryClient();
  const [isAll, setAll] = useState(false);
  const [isGiving, setGiving] = useState(false);
  const [result, setResult] = useState<BatchResult | null>(null);
  const batch: Batch = isAll ? { filter: filterOf(search) } : { cases: selection.cases };
  const count = isAll ? Math.min(page.total, MOST_SELECTED) : selection.cases.length;
  const done = (lines: BatchResult) => {
    selection.clear();
    setAll(false);
    if (lines.refused > 0) setResult(lines);
    else toast.good(t('bulk.done', { count: lines.assigned }));
    return queryClient.invalidateQueries({ queryKey: ['review'] });
  };
  const act = useMutation({
    mutationFn: (verb: 'take' | 'release') => (verb === 'take' ? assignMany(batch) : releaseMany(batch)),
    onSuccess: done,
    onError: (error) => toast.problem(error),
  });
  const isAnything = count > 0;
  useShortcuts(
    t('keys.selection'),
    isAnything
      ? [
          { keys: 't', label: t('keys.takeMany'), run: () => act.mutate('take') },
          { keys: 'h', label: t('keys.giveMany'), run: () => setGiving(true) },
          { keys: 'escape', label: t('keys.clearSelection'), run: clear },
        ]
      : [],
  );

  function clear() {
    setAll(false);
    selection.clear();
  }

  return (
    <div className={classes.bulk} role="group" aria-label={t('bulk.label')} data-no-print>
      <p role="status">
        {isAnything ? t(isAll ? 'bulk.all' : 'bulk.selected', { count }) : t('bulk.nothing')}
      </p>
      <Button size="sm" variant="subtle" onClick={() => selection.add(rows)}>
        {t('bulk.actions.page')}
      </Button>
      {!isAll && page.total > rows.length && (
        <Button size="sm" variant="subtle" onClick={() => setAll(true)}>
          {page.total > MOST_SELECTED
            ? t('bulk.actions.first', { count: MOST_SELECTED })
            : t('bulk.actions.all', { total: countInWords(page.total, page.counts.most) })}
        </Button>
      )}
      {isAnything && (
        <>
          <Button size="sm" loading={act.isPending} onClick={() => act.mutate('take')}>
            {t('actions.take')}
          </Button>
          <Button size="sm" variant="default" onClick={() => setGiving(true)}>
            {t('actions.handOver')}
          </Button>
          <Button size="sm" variant="default" disabled={act.isPending} onClick={() => act.mutate('release')}>
            {t('actions.release')}
          </Button>
          <Button size="sm" variant="subtle" onClick={clear}>
            {t('bulk.actions.clear')}
          </Button>
        </>
      )}
      <BulkDialog
        batch={batch}
        count={count}
        isOpen={isGiving}
        onClose={() => setGiving(false)}
        onDone={(lines) => {
          setGiving(false);
          return done(lines);
        }}
      />
      <BatchReport result={result} onClose={() => setResult(null)} />
    </div>
  );
}

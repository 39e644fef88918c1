import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../ui/data-table';
import { DateText } from '../../ui/date-text';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { TextLink } from '../../ui/links';
import { StatusTag } from '../../ui/status-tag';
import { type Merge, mergesQuery } from './duplicates.api';
import classes from './duplicates.module.css';

/** Merges, the newest first. */
export function MergeList({ page }: { page?: number }) {
  const { t } = useTranslation('duplicates');
  const { data, error, refetch } = useQuery(mergesQuery(page));
  const columns = useColumns();
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <DataTable<Merge>
      caption={t('tab.merged')}
      columns={columns}
      rows={data?.items}
      rowKey={(row) => row.id}
      page={data?.page ?? 1}
      pageSize={data?.pageSize ?? 20}
      total={data?.total ?? 0}
      empty={<EmptyState kind="nothing-yet" title={t('empty.merged')} text={t('emptyText.merged')} />}
    />
  );
}

function useColumns(): Column<Merge>[] {
  const { t } = useTranslation('duplicates');
  return [
    {
      key: 'people',
      header: t('column.merge'),
      cell: (row) => (
        <TextLink to="/merges/$mergeId" params={{ mergeId: row.id }}>
          {t('merge.title', { merged: row.mergedName, survivor: row.survivorName })}
        </TextLink>
      ),
    },
    {
      key: 'when',
      header: t('column.mergedAt'),
      cell: (row) => (
        <>
          <DateText value={row.mergedAt} style="short" />
          <span className={classes.under}>
            {row.mergedBy}: {row.reason}
          </span>
        </>
      ),
    },
    {
      key: 'state',
      header: t('column.state'),
      cell: (row) =>
        row.undoneAt ? (
          <StatusTag tone="waiting">{t('merge.undone')}</StatusTag>
        ) : (
          <StatusTag tone="good">{t('merge.stands')}</StatusTag>
        ),
    },
  ];
}

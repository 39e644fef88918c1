import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { type Column, DataTable } from '../../ui/data-table';
import { DateText } from '../../ui/date-text';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { StatusTag } from '../../ui/status-tag';
import { type Expiring, expiringQuery } from './standing.api';
import type { StandingSearch } from './standing-search';
import classes from './standing.module.css';

const SOON_DAYS = 30;

/** Members' credentials by their last day, with the last reminder. */
export function ExpiringList({ search }: { search: StandingSearch }) {
  const { t } = useTranslation('standing');
  const { data, error, refetch } = useQuery(expiringQuery(search));
  const columns = useColumns();
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <DataTable<Expiring>
      caption={t('tab.expiring')}
      columns={columns}
      rows={data?.items}
      rowKey={(row) => row.credentialId}
      page={data?.page ?? 1}
      pageSize={data?.pageSize ?? 20}
      total={data?.total ?? 0}
      empty={
        <EmptyState
          kind="no-match"
          title={t('noMatch.title')}
          text={t(`noneWithin.${search.within ?? '90'}`)}
        />
      }
    />
  );
}

function useColumns(): Column<Expiring>[] {
  const { t } = useTranslation('standing');
  const isIndonesian = currentLanguage() === 'id';
  return [
    {
      key: 'name',
      header: t('column.name'),
      cell: (row) => (
        <div>
          <bdi className={classes.name}>{row.fullName}</bdi>
          <span className={classes.under}>{isIndonesian ? row.groupNameId : row.groupNameEn}</span>
        </div>
      ),
    },
    {
      key: 'credential',
      header: t('column.credential'),
      cell: (row) => (
        <>
          {t(`kind.${row.kind}`)} {row.number ?? row.title}
          <span className={classes.under}>{row.authority}</span>
        </>
      ),
    },
    {
      key: 'expiresOn',
      header: t('column.expiresOn'),
      cell: (row) => (
        <>
          <DateText value={row.expiresOn} style="short" />
          <span className={classes.under}>
            <StatusTag tone={row.daysLeft < 0 ? 'bad' : row.daysLeft <= SOON_DAYS ? 'warn' : 'info'}>
              {row.daysLeft < 0 ? t('over') : t('daysLeft', { count: row.daysLeft })}
            </StatusTag>
          </span>
        </>
      ),
    },
    {
      key: 'reminded',
      header: t('column.reminded'),
      cell: (row) => (row.remindedAt ? <DateText value={row.remindedAt} style="short" /> : t('notReminded')),
    },
  ];
}

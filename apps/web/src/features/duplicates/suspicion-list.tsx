import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { type Column, DataTable } from '../../ui/data-table';
import { DateText } from '../../ui/date-text';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { TextLink } from '../../ui/links';
import { type Suspicion, suspicionsQuery } from './duplicates.api';
import classes from './duplicates.module.css';
import { ReasonList } from './reason-list';

/** Pairs with their reasons; the first column leads to both side by side. */
export function SuspicionList({ state, page }: { state: 'open' | 'dismissed'; page?: number }) {
  const { t } = useTranslation('duplicates');
  const { data, error, refetch } = useQuery(suspicionsQuery(state, page));
  const columns = useColumns(state);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <DataTable<Suspicion>
      caption={t(`tab.${state}`)}
      columns={columns}
      rows={data?.items}
      rowKey={(row) => row.id}
      page={data?.page ?? 1}
      pageSize={data?.pageSize ?? 20}
      total={data?.total ?? 0}
      empty={<EmptyState kind="nothing-yet" title={t(`empty.${state}`)} text={t(`emptyText.${state}`)} />}
    />
  );
}

function useColumns(state: 'open' | 'dismissed'): Column<Suspicion>[] {
  const { t } = useTranslation('duplicates');
  return [
    {
      key: 'pair',
      header: t('column.pair'),
      cell: (row) => (
        <TextLink to="/duplicates/$suspicionId" params={{ suspicionId: row.id }}>
          <bdi>{row.first.fullName}</bdi> · <bdi>{row.second.fullName}</bdi>
        </TextLink>
      ),
    },
    { key: 'groups', header: t('column.groups'), cell: (row) => <Groups row={row} /> },
    { key: 'reasons', header: t('column.reasons'), cell: (row) => <ReasonList reasons={row.reasons} /> },
    state === 'open'
      ? {
          key: 'found',
          header: t('column.found'),
          cell: (row) => <DateText value={row.foundAt} style="short" />,
        }
      : {
          key: 'decided',
          header: t('column.decided'),
          cell: (row) => (
            <>
              {row.decidedAt && <DateText value={row.decidedAt} style="short" />}
              <span className={classes.under}>
                {row.decidedBy}: {row.decidedReason}
              </span>
            </>
          ),
        },
  ];
}

function Groups({ row }: { row: Suspicion }) {
  const { t } = useTranslation('duplicates');
  const language = currentLanguage();
  const names = new Set([...row.first.groups, ...row.second.groups].map((group) => group[language]));
  return names.size > 0 ? [...names].join(', ') : t('noGroup');
}

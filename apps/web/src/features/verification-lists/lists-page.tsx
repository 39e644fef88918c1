import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { type Column, DataTable } from '../../ui/data-table';
import { DateText } from '../../ui/date-text';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { formatNumber } from '../../ui/format';
import { LinkButton, TextLink } from '../../ui/links';
import { PageTitle } from '../../ui/page-title';
import { StatusTag } from '../../ui/status-tag';
import { stateTone } from './list-figures';
import { type ListLine, LISTS_PER_PAGE, listsQuery } from './lists.api';
import classes from './lists.module.css';

const route = getRouteApi('/verification-lists');

/** For officers who check licences: lists of people whose licences they have verified at once. */
export function ListsPage() {
  const { t } = useTranslation('verification-lists');
  const { page = 1 } = route.useSearch();
  const { data, error, refetch } = useQuery(listsQuery(page));
  const columns = useColumns();
  const begin = <LinkButton to="/verification-lists/new">{t('actions.begin')}</LinkButton>;
  return (
    <>
      <PageTitle
        title={t('title')}
        lead={t('lead')}
        page={page}
        actions={data && data.total > 0 ? begin : undefined}
      />
      {error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <DataTable<ListLine>
          caption={t('caption')}
          columns={columns}
          rows={data?.items}
          rowKey={(row) => row.id}
          page={page}
          pageSize={LISTS_PER_PAGE}
          total={data?.total ?? 0}
          empty={
            <EmptyState kind="nothing-yet" title={t('empty.title')} text={t('empty.text')} action={begin} />
          }
        />
      )}
    </>
  );
}

function useColumns(): Column<ListLine>[] {
  const { t } = useTranslation('verification-lists');
  const language = currentLanguage();
  return [
    {
      key: 'name',
      header: t('column.name'),
      cell: (row) => (
        <TextLink to="/verification-lists/$listId" params={{ listId: row.id }} className={classes.long}>
          {row.name}
        </TextLink>
      ),
    },
    {
      key: 'state',
      header: t('column.state'),
      cell: ({ state }) => <StatusTag tone={stateTone(state)}>{t(`state.${state}`)}</StatusTag>,
    },
    {
      key: 'done',
      header: t('column.done'),
      cell: ({ state, done, rows }) =>
        state === 'refused' || state === 'draft'
          ? formatNumber(rows, language)
          : t('progress.of', { done: formatNumber(done, language), all: formatNumber(rows, language) }),
      isNumber: true,
    },
    { key: 'group', header: t('column.group'), cell: ({ groupName }) => groupName[language] },
    { key: 'by', header: t('column.by'), cell: ({ createdBy }) => createdBy ?? '–' },
    {
      key: 'at',
      header: t('column.at'),
      cell: ({ createdAt }) => <DateText value={createdAt} style="short" />,
    },
  ];
}

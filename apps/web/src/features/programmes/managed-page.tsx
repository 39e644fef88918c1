import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { holds, useSession } from '../../app/session';
import { type Column, DataTable } from '../../ui/data-table';
import { DateText } from '../../ui/date-text';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { LinkButton, TextLink } from '../../ui/links';
import { PageTitle } from '../../ui/page-title';
import { StatusTag } from '../../ui/status-tag';
import { type Activity, activitiesQuery } from './programmes.api';
import { usePair } from './use-text';

const route = getRouteApi('/office/activities');
const TONE = { draft: 'waiting', published: 'good', cancelled: 'bad' } as const;

/** The activities that an officer plans or stands at the door of, drafts and past ones too. */
export function ManagedPage() {
  const { t } = useTranslation('programmes');
  const search = route.useSearch();
  const session = useSession();
  const { data, error, refetch } = useQuery(activitiesQuery({ ...search, scope: 'managed' }));
  const mayPlan = holds(session, 'activities.manage');
  const draft = <LinkButton to="/office/activities/new">{t('manage.actions.draft')}</LinkButton>;
  return (
    <>
      <PageTitle
        title={t('manage.title')}
        lead={t('manage.lead')}
        page={search.page}
        actions={mayPlan && draft}
      />
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!error && (
        <DataTable
          caption={t('manage.title')}
          columns={useColumns()}
          rows={data?.items}
          rowKey={(row) => row.id}
          page={data?.page ?? 1}
          pageSize={data?.pageSize ?? 20}
          total={data?.total ?? 0}
          empty={
            <EmptyState
              kind={mayPlan ? 'nothing-yet' : 'no-permission'}
              title={t('manage.nothing')}
              text={mayPlan ? t('manage.nothingText') : t('manage.noPower')}
            />
          }
        />
      )}
    </>
  );
}

function useColumns(): Column<Activity>[] {
  const { t } = useTranslation('programmes');
  const { pick } = usePair();
  return [
    {
      key: 'title',
      header: t('field.title'),
      cell: (row) => (
        <TextLink to="/activities/$id" params={{ id: row.id }}>
          {pick(row.titleId, row.titleEn)}
        </TextLink>
      ),
    },
    {
      key: 'starts',
      header: t('field.startsAt'),
      cell: (row) => <DateText value={row.startsAt} style="short" />,
    },
    {
      key: 'state',
      header: t('field.state'),
      cell: (row) => <StatusTag tone={TONE[row.state]}>{t(`state.${row.state}`)}</StatusTag>,
    },
    {
      key: 'taken',
      header: t('field.taken'),
      isNumber: true,
      cell: (row) => `${row.taken} / ${row.capacity}`,
    },
    { key: 'waiting', header: t('field.waiting'), isNumber: true, cell: (row) => row.waiting },
    {
      key: 'roster',
      header: t('activity.actions.roster'),
      cell: (row) => (
        <TextLink to="/activities/$id/roster" params={{ id: row.id }}>
          {t('manage.openRoster')}
        </TextLink>
      ),
    },
  ];
}

import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { type Column, DataTable } from '../../ui/data-table';
import { PersonName } from '../../ui/date-text';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { TextLink } from '../../ui/links';
import { PageTitle } from '../../ui/page-title';
import { type Member, peopleQuery } from './directory.api';
import { DirectoryFilter, useAppliedFilters } from './directory-filter';

const route = getRouteApi('/members');

/** The members of the groups that an officer looks after; found by part of a name, forgiving typing mistakes. */
export function DirectoryPage() {
  const { t } = useTranslation('directory');
  const navigate = useNavigate();
  const search = route.useSearch();
  const { data, error, refetch } = useQuery(peopleQuery(search));
  const columns = useColumns();
  const applied = useAppliedFilters(search);
  const clear = () => void navigate({ to: '/members', search: {} });
  return (
    <>
      <PageTitle title={t('title')} lead={t('lead')} page={search.page} />
      <DirectoryFilter key={`${search.q}-${search.group}`} search={search} applied={applied} />
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <DataTable<Member>
          caption={t('title')}
          columns={columns}
          rows={data?.items}
          rowKey={(row) => row.membershipId}
          page={data?.page ?? 1}
          pageSize={data?.pageSize ?? 20}
          total={data?.total ?? 0}
          empty={
            applied.length > 0 ? (
              <EmptyState
                kind="no-match"
                title={t('noMatch.title')}
                text={t('noMatch.text', {
                  filters: applied.map(({ label, value }) => `${label}: ${value}`).join(' · '),
                })}
                action={<Button onClick={clear}>{t('actions.clear')}</Button>}
              />
            ) : (
              <EmptyState kind="nothing-yet" title={t('empty.title')} text={t('empty.text')} />
            )
          }
        />
      )}
    </>
  );
}

function useColumns(): Column<Member>[] {
  const { t } = useTranslation('directory');
  const isIndonesian = currentLanguage() === 'id';
  return [
    {
      key: 'name',
      header: t('column.name'),
      cell: (row) => (
        <TextLink to="/members/$personId" params={{ personId: row.personId }}>
          <PersonName {...row} />
        </TextLink>
      ),
    },
    { key: 'number', header: t('column.number'), cell: (row) => row.number },
    {
      key: 'group',
      header: t('column.group'),
      cell: (row) => (isIndonesian ? row.groupNameId : row.groupNameEn),
    },
    {
      key: 'grade',
      header: t('column.grade'),
      cell: (row) => (isIndonesian ? row.gradeNameId : row.gradeNameEn),
    },
    { key: 'region', header: t('column.region'), cell: (row) => row.region ?? '–' },
  ];
}

import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { type Column, DataTable } from '../../ui/data-table';
import { PersonName } from '../../ui/date-text';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { SelectField, TextField } from '../../ui/form';
import { TextLink } from '../../ui/links';
import { PageTitle } from '../../ui/page-title';
import { type Member, groupsQuery, peopleQuery } from './directory.api';

const route = getRouteApi('/members');

/** The members of the groups that an officer looks after; found by part of a name, forgiving typing mistakes. */
export function DirectoryPage() {
  const { t } = useTranslation('directory');
  const navigate = useNavigate();
  const search = route.useSearch();
  const { data, error, refetch } = useQuery(peopleQuery(search));
  const columns = useColumns();
  const clear = () => void navigate({ to: '/members', search: {} });
  return (
    <>
      <PageTitle title={t('title')} lead={t('lead')} page={search.page} />
      <SearchForm key={`${search.q}-${search.group}`} {...search} />
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
            search.q || search.group ? (
              <EmptyState
                kind="no-match"
                title={t('noMatch.title')}
                text={t('noMatch.text')}
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

function SearchForm({ q = '', group = '' }: { q?: string; group?: string }) {
  const { t } = useTranslation('directory');
  const navigate = useNavigate();
  const groups = useQuery(groupsQuery);
  const [name, setName] = useState(q);
  const [chosen, setChosen] = useState(group);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void navigate({ to: '/members', search: { q: name.trim() || undefined, group: chosen || undefined } });
  };
  return (
    <form role="search" onSubmit={submit}>
      <Group align="end" gap="md" mb="md">
        <TextField
          name="q"
          type="search"
          label={t('field.name')}
          value={name}
          error={undefined}
          onChange={setName}
        />
        <SelectField
          name="group"
          label={t('field.group')}
          empty={t('field.anyGroup')}
          value={chosen}
          error={undefined}
          onChange={setChosen}
          choices={(groups.data ?? []).map((one) => ({
            value: one.id,
            label: currentLanguage() === 'id' ? one.nameId : one.nameEn,
          }))}
        />
        <Button type="submit" mb="md">
          {t('actions.search')}
        </Button>
      </Group>
    </form>
  );
}

import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { type Column, DataTable } from '../../ui/data-table';
import { DateText } from '../../ui/date-text';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { FilterPanel } from '../../ui/filter-panel';
import { TextField } from '../../ui/form';
import { type Code, type Missing, missingQuery } from './ethics.api';
import type { OfficeSearch } from './office-search';
import classes from './ethics.module.css';

/** Who has not acknowledged the edition yet, with counts, and the whole list as a table. */
export function MissingList({ code, search }: { code: Code; search: OfficeSearch }) {
  const { t } = useTranslation('ethics');
  const navigate = useNavigate();
  const [q, setQ] = useState(search.q ?? '');
  const { data, error, refetch } = useQuery(missingQuery(code.id, search));
  const columns = useColumns();
  const show = (changed: OfficeSearch) =>
    void navigate({ to: '/office/code', search: { group: search.group, ...changed } });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <>
      {data && (
        <p role="status" className={classes.counts}>
          {t('missing.counts', data.counts)}
        </p>
      )}
      <Button
        component="a"
        href={`/api/codes/${code.id}/missing.csv`}
        variant="default"
        leftSection={<IconDownload size={18} aria-hidden />}
      >
        {t('actions.table')}
      </Button>
      <FilterPanel
        applied={search.q ? [{ key: 'q', label: t('missing.name'), value: search.q }] : []}
        onApply={() => show({ q: q.trim() || undefined })}
        onRemove={() => show({})}
        onClear={() => show({})}
      >
        <TextField
          name="q"
          type="search"
          label={t('missing.name')}
          value={q}
          error={undefined}
          onChange={setQ}
        />
      </FilterPanel>
      <DataTable<Missing>
        caption={t('missing.title')}
        columns={columns}
        rows={data?.items}
        rowKey={(row) => `${row.personId}-${row.number}`}
        page={data?.page ?? 1}
        pageSize={data?.pageSize ?? 20}
        total={data?.total ?? 0}
        empty={
          <EmptyState
            kind={search.q ? 'no-match' : 'nothing-yet'}
            title={search.q ? t('missing.noMatch') : t('missing.nobody')}
            text={t('missing.nobodyText')}
          />
        }
      />
    </>
  );
}

function useColumns(): Column<Missing>[] {
  const { t } = useTranslation('ethics');
  const isIndonesian = currentLanguage() === 'id';
  return [
    { key: 'name', header: t('missing.name'), cell: (row) => <bdi>{row.fullName}</bdi> },
    { key: 'number', header: t('missing.number'), cell: (row) => row.number },
    {
      key: 'group',
      header: t('missing.group'),
      cell: (row) => (isIndonesian ? row.groupNameId : row.groupNameEn),
    },
    {
      key: 'asked',
      header: t('missing.asked'),
      cell: (row) => (row.askedAt ? <DateText value={row.askedAt} style="short" /> : '–'),
    },
  ];
}

import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { type Column, DataTable } from '../../ui/data-table';
import { DateText } from '../../ui/date-text';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { formatNumber } from '../../ui/format';
import { TextLink } from '../../ui/links';
import { PageTitle } from '../../ui/page-title';
import { useHeldGroups } from '../directory/held-groups';
import { OpenRegisterDialog } from './open-register-dialog';
import { type Register, registersQuery } from './registers.api';

/** For officers: the copies of authorities' registers that their groups keep, each with the version that counts. */
export function RegistersPage() {
  const { t } = useTranslation('registers');
  const { data, error, refetch } = useQuery(registersQuery);
  const held = useHeldGroups('registers.import');
  const columns = useColumns(held.groups ?? []);
  const [isOpening, setOpening] = useState(false);
  const open = held.groups && held.groups.length > 0 && (
    <Button onClick={() => setOpening(true)}>{t('actions.open')}</Button>
  );
  return (
    <>
      <PageTitle title={t('title')} lead={t('lead')} actions={data && data.length > 0 ? open : undefined} />
      {error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <DataTable<Register>
          caption={t('caption')}
          columns={columns}
          rows={data}
          rowKey={(row) => row.id}
          page={1}
          pageSize={Math.max(1, data?.length ?? 0)}
          total={data?.length ?? 0}
          empty={
            <EmptyState kind="nothing-yet" title={t('empty.title')} text={t('empty.text')} action={open} />
          }
        />
      )}
      {isOpening && <OpenRegisterDialog groups={held.groups ?? []} onClose={() => setOpening(false)} />}
    </>
  );
}

function useColumns(groups: readonly { id: string; nameId: string; nameEn: string }[]): Column<Register>[] {
  const { t } = useTranslation('registers');
  const language = currentLanguage();
  const nameOf = (one: { nameId: string; nameEn: string }) => (language === 'id' ? one.nameId : one.nameEn);
  const groupOf = (id: string) => {
    const group = groups.find((one) => one.id === id);
    return group ? nameOf(group) : '–';
  };
  return [
    {
      key: 'name',
      header: t('column.register'),
      cell: (row) => (
        <TextLink to="/registers/$registerId" params={{ registerId: row.id }}>
          {nameOf(row)}
        </TextLink>
      ),
    },
    { key: 'authority', header: t('column.authority'), cell: (row) => row.authority },
    { key: 'group', header: t('column.group'), cell: (row) => groupOf(row.groupId) },
    {
      key: 'version',
      header: t('column.version'),
      cell: (row) => row.currentNumber ?? t('noVersion'),
      isNumber: true,
    },
    {
      key: 'rows',
      header: t('column.rows'),
      cell: (row) => (row.currentRows === null ? '–' : formatNumber(row.currentRows, language)),
      isNumber: true,
    },
    {
      key: 'since',
      header: t('column.since'),
      cell: (row) => (row.currentSince ? <DateText value={row.currentSince} style="short" /> : '–'),
    },
  ];
}

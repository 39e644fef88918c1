import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { type Column, DataTable } from '../../ui/data-table';
import { formatNumber } from '../../ui/format';
import { type ListDetail, problemsPath } from './lists.api';
import classes from './lists.module.css';

const PAGE_SIZE = 50;
type Problem = ListDetail['problems'][number];

/** Every fault of a file at once: row, column, what is wrong, what stands there. */
export function ListFaults({ list, page }: { list: ListDetail; page: number }) {
  const { t } = useTranslation('verification-lists');
  const language = currentLanguage();
  const columns = useColumns();
  const { problems } = list;
  // An address may name a page that this file does not have.
  const shown = Math.min(page, Math.max(1, Math.ceil(problems.length / PAGE_SIZE)));
  const rows = problems
    .slice((shown - 1) * PAGE_SIZE, shown * PAGE_SIZE)
    .map((problem, place) => ({ ...problem, key: `${shown}-${place}` }));
  return (
    <section aria-labelledby="faults" className={classes.part}>
      <h2 id="faults">{t('faults.title')}</h2>
      <p>
        {t('faults.text')}
        {list.errors > problems.length && (
          <>
            {' '}
            {t('faults.cut', {
              shown: formatNumber(problems.length, language),
              all: formatNumber(list.errors, language),
            })}
          </>
        )}
      </p>
      <DataTable<Problem & { key: string }>
        caption={t('faults.caption')}
        columns={columns}
        rows={rows}
        rowKey={({ key }) => key}
        page={shown}
        pageSize={PAGE_SIZE}
        total={problems.length}
        empty={null}
      />
      <Button
        component="a"
        href={problemsPath(list.id, language)}
        download
        variant="default"
        mt="md"
        leftSection={<IconDownload size={18} aria-hidden />}
      >
        {t('actions.saveFaults')}
      </Button>
    </section>
  );
}

function useColumns(): Column<Problem & { key: string }>[] {
  const { t } = useTranslation('verification-lists');
  const language = currentLanguage();
  return [
    {
      key: 'row',
      header: t('column.row'),
      cell: ({ row }) =>
        row === null ? t('faults.file') : t('faults.row', { row: formatNumber(row, language) }),
    },
    {
      key: 'column',
      header: t('column.column'),
      cell: ({ column }) => (column === null ? '–' : <bdi className={classes.long}>{column}</bdi>),
    },
    { key: 'problem', header: t('column.problem'), cell: ({ text }) => text[language] },
    {
      key: 'value',
      header: t('column.value'),
      cell: ({ value }) =>
        value === null || value === '' ? t('faults.blank') : <bdi className={classes.long}>{value}</bdi>,
    },
  ];
}

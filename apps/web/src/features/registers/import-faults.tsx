import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { type Column, DataTable } from '../../ui/data-table';
import { formatNumber } from '../../ui/format';
import { rowFigures } from './import-figures';
import { type ImportDetail, problemsPath, type RowProblem } from './registers.api';
import classes from './registers.module.css';

const PAGE_SIZE = 50;

interface ImportFaultsProps {
  registerId: string;
  found: ImportDetail;
  page: number;
}

/** Every fault of a file at once: row, column, what is wrong, what stands there. */
export function ImportFaults({ registerId, found, page }: ImportFaultsProps) {
  const { t } = useTranslation('registers');
  const columns = useColumns();
  const { isComplete, isWholeFile } = rowFigures(found);
  const language = currentLanguage();
  const { problems } = found;
  // An address may name a page that this file does not have.
  const shown = Math.min(page, Math.ceil(problems.length / PAGE_SIZE));
  const rows = problems
    .slice((shown - 1) * PAGE_SIZE, shown * PAGE_SIZE)
    .map((problem, place) => ({ ...problem, key: `${shown}-${place}` }));
  return (
    <section aria-labelledby="faults" className={classes.part}>
      <h2 id="faults">{t('faults.title')}</h2>
      <p>{isWholeFile ? t('faults.wholeFile') : t('faults.text')}</p>
      {!isComplete && (
        <p>
          {t('faults.cut', {
            shown: formatNumber(problems.length, language),
            all: formatNumber(found.errorCount, language),
          })}
        </p>
      )}
      <DataTable<RowProblem & { key: string }>
        caption={t('faults.caption')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.key}
        page={shown}
        pageSize={PAGE_SIZE}
        total={problems.length}
        empty={null}
      />
      <Button
        component="a"
        href={problemsPath(registerId, found.id, language)}
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

function useColumns(): Column<RowProblem & { key: string }>[] {
  const { t } = useTranslation('registers');
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

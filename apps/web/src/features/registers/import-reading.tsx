import { useTranslation } from 'react-i18next';
import { type Column as TableColumn, DataTable } from '../../ui/data-table';
import { SummaryList } from '../../ui/summary-list';
import { COLUMNS } from './import-figures';
import type { ImportDetail } from './registers.api';
import classes from './registers.module.css';

/** How a file was read: which heading stood for which column, what was left out, and its first rows. */
export function ImportReading({ found }: { found: ImportDetail }) {
  const { t } = useTranslation('registers');
  const { mapping, ignored } = found;
  if (Object.keys(mapping).length === 0) return null;
  return (
    <>
      {found.problems.length === 0 && <Sample rows={found.sample} />}
      <SummaryList
        title={t('reading.title')}
        rows={[
          ...COLUMNS.map((column) => ({
            key: column,
            label: t(`field.${column}`),
            value: mapping[column] ? (
              <bdi className={classes.long}>{mapping[column]}</bdi>
            ) : (
              t('reading.absent')
            ),
          })),
          {
            key: 'ignored',
            label: t('reading.ignored'),
            value: ignored.length > 0 ? ignored.join(', ') : t('reading.nothingIgnored'),
          },
        ]}
      />
    </>
  );
}

type SampleRow = ImportDetail['sample'][number];

function Sample({ rows }: { rows: SampleRow[] }) {
  const { t } = useTranslation('registers');
  const columns: TableColumn<SampleRow>[] = COLUMNS.map((column) => ({
    key: column,
    header: t(`field.${column}`),
    cell: (row) => (row[column] ? <bdi className={classes.long}>{row[column]}</bdi> : '–'),
  }));
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="sample" className={classes.part}>
      <h2 id="sample">{t('reading.sample')}</h2>
      <DataTable<SampleRow>
        caption={t('reading.sampleCaption')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.number ?? ''}
        page={1}
        pageSize={rows.length}
        total={rows.length}
        empty={null}
      />
    </section>
  );
}

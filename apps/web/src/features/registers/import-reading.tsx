import { useTranslation } from 'react-i18next';
import { type Column as TableColumn, DataTable } from '../../ui/data-table';
import { COLUMNS } from './import-figures';
import type { ImportDetail } from './registers.api';
import classes from './registers.module.css';

/** The first rows of a file as they would be taken in, where there are no changes to look at. */
export function ImportReading({ found }: { found: ImportDetail }) {
  return found.errorCount === 0 && !found.changes ? <Sample rows={found.sample} /> : null;
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

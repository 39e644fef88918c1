import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { type Column, DataTable } from '../../ui/data-table';
import { DateTimeText } from '../../ui/date-text';
import { EmptyState } from '../../ui/empty-state';
import { formatNumber } from '../../ui/format';
import { TextLink } from '../../ui/links';
import { StatusTag } from '../../ui/status-tag';
import { fateOf } from './import-figures';
import type { ImportLine } from './registers.api';
import classes from './registers.module.css';

interface ImportHistoryProps {
  registerId: string;
  /** Newest first; undefined while they load. */
  imports: ImportLine[] | undefined;
}

/** All files that were uploaded for a register, and what became of each. */
export function ImportHistory({ registerId, imports }: ImportHistoryProps) {
  const { t } = useTranslation('registers');
  const columns = useColumns(registerId);
  return (
    <section aria-labelledby="history" className={classes.part}>
      <h2 id="history">{t('history.title')}</h2>
      <DataTable<ImportLine>
        caption={t('history.caption')}
        columns={columns}
        rows={imports}
        rowKey={(row) => row.id}
        page={1}
        pageSize={Math.max(1, imports?.length ?? 0)}
        total={imports?.length ?? 0}
        empty={
          <EmptyState kind="nothing-yet" title={t('history.empty.title')} text={t('history.empty.text')} />
        }
      />
    </section>
  );
}

function useColumns(registerId: string): Column<ImportLine>[] {
  const { t } = useTranslation('registers');
  return [
    {
      key: 'version',
      header: t('column.version'),
      cell: (row) => (
        <TextLink to="/registers/$registerId/imports/$importId" params={{ registerId, importId: row.id }}>
          {t('version', { number: row.number })}
        </TextLink>
      ),
    },
    {
      key: 'state',
      header: t('column.state'),
      cell: (row) => {
        const { fate, tone } = fateOf(row);
        return <StatusTag tone={tone}>{t(`fate.${fate}`)}</StatusTag>;
      },
    },
    {
      key: 'file',
      header: t('column.file'),
      cell: (row) => (
        <bdi className={classes.long}>
          {row.kind === 'file' ? row.fileName : t(`versionKind.${row.kind}`)}
        </bdi>
      ),
    },
    {
      key: 'rows',
      header: t('column.rows'),
      cell: (row) => formatNumber(row.rowCount, currentLanguage()),
      isNumber: true,
    },
    {
      key: 'faults',
      header: t('column.faults'),
      cell: (row) => formatNumber(row.errorCount, currentLanguage()),
      isNumber: true,
    },
    { key: 'by', header: t('column.by'), cell: (row) => row.uploadedBy ?? t('system') },
    { key: 'at', header: t('column.at'), cell: (row) => <DateTimeText value={row.uploadedAt} /> },
  ];
}

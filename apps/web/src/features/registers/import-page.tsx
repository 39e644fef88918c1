import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { DateTimeText } from '../../ui/date-text';
import { ErrorState } from '../../ui/error-state';
import { formatBytes, formatNumber } from '../../ui/format';
import { TextLink } from '../../ui/links';
import { LoadingState } from '../../ui/loading-state';
import { PageTitle } from '../../ui/page-title';
import { type SummaryRow, SummaryList } from '../../ui/summary-list';
import { ImportFaults } from './import-faults';
import { mustMap, rowFigures } from './import-figures';
import { ImportChanges } from './import-changes';
import { ImportMapping } from './import-mapping';
import { ImportReading } from './import-reading';
import { ImportState } from './import-state';
import { type ImportDetail, type Register, importQuery, registerQuery } from './registers.api';

const route = getRouteApi('/registers/$registerId/imports/$importId');

/** One uploaded file: what the dry run found, the officer's word, and how far the worker is. */
export function ImportPage() {
  const { t } = useTranslation('registers');
  const { registerId, importId } = route.useParams();
  const { page = 1, kind } = route.useSearch();
  const register = useQuery(registerQuery(registerId));
  const found = useQuery(importQuery(registerId, importId));
  const error = (!register.data && register.error) || (!found.data && found.error);
  if (error) {
    const retry = () => void Promise.all([register.refetch(), found.refetch()]);
    return <ErrorState asPage error={error} onRetry={retry} />;
  }
  if (!register.data || !found.data) return <LoadingState lines={8} />;
  const name = nameOf(register.data);
  return (
    <>
      <PageTitle
        title={t(TITLES[found.data.kind], { number: found.data.number })}
        page={page}
        above={
          <TextLink to="/registers/$registerId" params={{ registerId }}>
            {name}
          </TextLink>
        }
      />
      <ImportState registerId={registerId} registerName={name} found={found.data} />
      {found.data.problems.length > 0 && !mustMap(found.data) && (
        <ImportFaults registerId={registerId} found={found.data} page={page} />
      )}
      <ImportChanges registerId={registerId} found={found.data} kind={kind} page={page} />
      {found.data.kind === 'file' && <ImportMapping registerId={registerId} found={found.data} />}
      {found.data.kind === 'file' && <ImportReading found={found.data} />}
      <File found={found.data} />
    </>
  );
}

const TITLES = {
  file: 'import.title',
  correction: 'import.correctionTitle',
  rollback: 'import.undoTitle',
} as const;

const nameOf = ({ nameId, nameEn }: Register): string => (currentLanguage() === 'id' ? nameId : nameEn);

function File({ found }: { found: ImportDetail }) {
  const { t } = useTranslation('registers');
  const language = currentLanguage();
  const figures = rowFigures(found);
  const good = formatNumber(figures.good, language);
  const fileRows: SummaryRow[] = [
    {
      key: 'file',
      label: t('column.file'),
      value: `${found.fileName} (${formatBytes(found.fileSize, language)})`,
    },
  ];
  const figureRows: SummaryRow[] = [
    {
      key: 'good',
      label: t('column.good'),
      value: figures.isComplete ? good : t('import.atMost', { good }),
    },
    { key: 'faults', label: t('column.faults'), value: formatNumber(found.errorCount, language) },
  ];
  const isFile = found.kind === 'file';
  const rows: SummaryRow[] = [
    ...(isFile ? fileRows : []),
    {
      key: 'rows',
      label: isFile ? t('column.rows') : t('column.changes'),
      value: formatNumber(found.rowCount, language),
    },
    ...(isFile ? figureRows : []),
    { key: 'by', label: t('column.by'), value: found.uploadedBy ?? t('system') },
    { key: 'at', label: t('column.at'), value: <DateTimeText value={found.uploadedAt} /> },
  ];
  if (found.reason) rows.push({ key: 'reason', label: t('field.reason'), value: found.reason });
  if (found.holders !== null) {
    rows.push({ key: 'holders', label: t('column.holders'), value: formatNumber(found.holders, language) });
  }
  if (found.finishedAt) {
    rows.push({ key: 'end', label: t('column.finished'), value: <DateTimeText value={found.finishedAt} /> });
  }
  return <SummaryList title={isFile ? t('import.file') : t('import.version')} rows={rows} />;
}

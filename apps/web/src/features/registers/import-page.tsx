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
import { rowFigures } from './import-figures';
import { ImportReading } from './import-reading';
import { ImportState } from './import-state';
import { type ImportDetail, type Register, importQuery, registerQuery } from './registers.api';

const route = getRouteApi('/registers/$registerId/imports/$importId');

/** One uploaded file: what the dry run found, the officer's word, and how far the worker is. */
export function ImportPage() {
  const { t } = useTranslation('registers');
  const { registerId, importId } = route.useParams();
  const { page = 1 } = route.useSearch();
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
        title={t('import.title', { number: found.data.number })}
        page={page}
        above={
          <TextLink to="/registers/$registerId" params={{ registerId }}>
            {name}
          </TextLink>
        }
      />
      <ImportState registerId={registerId} registerName={name} found={found.data} />
      <File found={found.data} />
      {found.data.problems.length > 0 && <ImportFaults found={found.data} page={page} />}
      <ImportReading found={found.data} />
    </>
  );
}

const nameOf = ({ nameId, nameEn }: Register): string => (currentLanguage() === 'id' ? nameId : nameEn);

function File({ found }: { found: ImportDetail }) {
  const { t } = useTranslation('registers');
  const language = currentLanguage();
  const figures = rowFigures(found);
  const good = formatNumber(figures.good, language);
  const rows: SummaryRow[] = [
    {
      key: 'file',
      label: t('column.file'),
      value: `${found.fileName} (${formatBytes(found.fileSize, language)})`,
    },
    { key: 'rows', label: t('column.rows'), value: formatNumber(found.rowCount, language) },
    {
      key: 'good',
      label: t('column.good'),
      value: figures.isComplete ? good : t('import.atMost', { good }),
    },
    { key: 'faults', label: t('column.faults'), value: formatNumber(found.errorCount, language) },
    { key: 'by', label: t('column.by'), value: found.uploadedBy ?? t('system') },
    { key: 'at', label: t('column.at'), value: <DateTimeText value={found.uploadedAt} /> },
  ];
  if (found.finishedAt) {
    rows.push({ key: 'end', label: t('column.finished'), value: <DateTimeText value={found.finishedAt} /> });
  }
  return <SummaryList title={t('import.file')} rows={rows} />;
}

import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DateText } from '../../ui/date-text';
import { ErrorState } from '../../ui/error-state';
import { LoadingState } from '../../ui/loading-state';
import { SummaryList } from '../../ui/summary-list';
import { credentialQuery } from './credentials.api';

const FIELDS = {
  education: ['institution', 'level', 'field', 'endedOn', 'number', 'holderName'],
  licence: ['authority', 'profession', 'number', 'holderName', 'validFrom', 'validUntil'],
  certification: ['title', 'institution', 'number', 'holderName', 'validUntil'],
  experience: ['institution', 'title', 'startedOn', 'endedOn'],
} as const;

/** A credential that stands behind an application: to read only. */
export function CredentialSummary({ credentialId }: { credentialId: string }) {
  const { t } = useTranslation('credentials');
  const { data, error, refetch } = useQuery(credentialQuery(credentialId));
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState lines={4} />;
  const files = data.evidence.map(({ name }) => name).join(', ');
  return (
    <SummaryList
      rows={[
        ...FIELDS[data.kind].map((field) => ({
          key: field,
          label: t(`summary.${data.kind}.${field}`),
          value: shown(field),
        })),
        { key: 'evidence', label: t('evidence.label'), value: files },
      ]}
    />
  );

  function shown(field: keyof NonNullable<typeof data>['claim']) {
    const value = data?.claim[field] ?? null;
    if (value === null || value === '') return null;
    if (field === 'level') return t(`level.${value}`);
    return /(?:On|From|Until)$/.test(field) ? <DateText value={String(value)} /> : value;
  }
}

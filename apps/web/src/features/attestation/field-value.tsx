import { useTranslation } from 'react-i18next';
import { DateText } from '../../ui/date-text';

const DATES = ['validFrom', 'validUntil', 'startedOn', 'endedOn'];

/** One claimed fact as people read it: dates written out, a level by its scale. */
export function FieldValue({ field, value }: { field: string; value: string }) {
  const { t } = useTranslation('attestation');
  if (DATES.includes(field)) return <DateText value={value} />;
  if (field === 'level') return <>{t('level', { level: value })}</>;
  return <bdi>{value}</bdi>;
}

import { useTranslation } from 'react-i18next';

/** A label, with "(opsional)" where the field may stay empty. */
export function OptionalMark({ label, optional }: { label: string; optional?: boolean }) {
  const { t } = useTranslation('ui');
  return optional ? `${label} ${t('field.optional')}` : label;
}

import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { formatDate } from '../../ui/format';
import type { DetailsBody } from './apply.api';

/** Details as rows to read: for checking answers and for comparing two versions. */
export function useDetailRows() {
  const { t } = useTranslation('apply');
  return (details: Partial<DetailsBody>) => [
    { key: 'fullName', label: t('details.fullName'), value: details.fullName ?? '' },
    { key: 'titleBefore', label: t('details.titleBefore'), value: details.titleBefore ?? '' },
    { key: 'titleAfter', label: t('details.titleAfter'), value: details.titleAfter ?? '' },
    { key: 'certificateName', label: t('details.certificateName'), value: details.certificateName ?? '' },
    {
      key: 'birthDate',
      label: t('details.birthDate'),
      value: details.birthDate ? formatDate(details.birthDate, currentLanguage()) : '',
    },
    { key: 'phone', label: t('details.phone'), value: details.phone ?? '' },
  ];
}

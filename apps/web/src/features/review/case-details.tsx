import { useTranslation } from 'react-i18next';
import { DateText, PersonName } from '../../ui/date-text';
import { SummaryList } from '../../ui/summary-list';
import type { Case } from './review.api';
import classes from './review.module.css';

/** Who applies, as they described themselves when they sent it in. */
export function CaseDetails({ shown }: { shown: Case }) {
  const { t } = useTranslation('review');
  const details = shown.submissions[0]?.details;
  if (!details) return null;
  return (
    <div className={classes.part}>
      <SummaryList
        title={t('case.details')}
        rows={[
          { key: 'name', label: t('fieldName.fullName'), value: <PersonName {...details} /> },
          { key: 'certificate', label: t('fieldName.certificateName'), value: details.certificateName },
          {
            key: 'birth',
            label: t('fieldName.birthDate'),
            value: details.birthDate && <DateText value={details.birthDate} />,
          },
          { key: 'phone', label: t('fieldName.phone'), value: details.phone },
        ]}
      />
    </div>
  );
}

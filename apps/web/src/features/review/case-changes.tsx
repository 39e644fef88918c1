import { useTranslation } from 'react-i18next';
import { CompareFields } from '../../ui/compare-fields';
import { fieldWords } from './field-words';
import type { Case } from './review.api';
import classes from './review.module.css';
import { useText } from './use-text';

/** After a correction: what the applicant changed, old beside new. */
export function CaseChanges({ shown }: { shown: Case }) {
  const { t } = useTranslation('review');
  const text = useText();
  const partOf = (id: string) => {
    const line = shown.requirements.find(({ requirementId }) => requirementId === id);
    return line ? text(line.title) : t('case.details');
  };
  if (shown.submissions.length < 2) return null;
  return (
    <section className={classes.part}>
      <h2>{t('changes.title')}</h2>
      {shown.changes.length === 0 ? (
        <p>{t('changes.none')}</p>
      ) : (
        <CompareFields
          caption={t('changes.caption', { number: shown.submissions[0]?.number ?? 0 })}
          claimedBy={t('changes.before')}
          foundBy={t('changes.after')}
          fields={shown.changes.map((change) => ({
            key: `${change.part}.${change.field}`,
            label: `${partOf(change.part)}: ${t(`fieldName.${fieldWords(change.field)}`)}`,
            claimed: change.before ?? t('changes.absent'),
            found: change.after ?? t('changes.absent'),
            verdict: 'different',
          }))}
        />
      )}
    </section>
  );
}

import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { type DecisionValues, chosenReasons, openLines } from './decision-values';
import type { Case } from './review.api';
import classes from './review.module.css';
import { useText } from './use-text';

/** What the applicant will read, as it stands. */
export function DecisionLetter({ seen, values }: { seen: Case; values: DecisionValues }) {
  const { t } = useTranslation('review');
  const text = useText();
  const group = currentLanguage() === 'id' ? seen.groupNameId : seen.groupNameEn;
  const waived = values.outcome === 'approved' ? openLines(seen) : [];
  const reasons = chosenReasons(values, seen);
  return (
    <section className={classes.letter} aria-label={t('letter.label')}>
      <p className={classes.letterHead}>{t('letter.preview')}</p>
      <h3>{t(`letter.title.${values.outcome}`, { reference: seen.reference })}</h3>
      <p>{t('letter.greeting', { name: seen.submissions[0]?.details.fullName ?? '' })}</p>
      <p>{t(`letter.text.${values.outcome}`, { group })}</p>
      {reasons.length > 0 && (
        <ul>
          {reasons.map((reason) => (
            <li key={reason.code}>{text(reason.text)}</li>
          ))}
          {waived.map((line) => (
            <li key={line.requirementId}>
              {t('letter.waived', {
                requirement: text(line.title),
                reason: values.waivers[line.requirementId]?.trim() || '…',
              })}
            </li>
          ))}
        </ul>
      )}
      {values.note.trim() !== '' && <pre>{values.note.trim()}</pre>}
      <p>{t(`letter.next.${values.outcome}`)}</p>
    </section>
  );
}

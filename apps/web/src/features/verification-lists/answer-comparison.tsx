import { useTranslation } from 'react-i18next';
import { CompareFields } from '../../ui/compare-fields';
import type { Answer } from './lists.api';
import classes from './lists.module.css';

const VERDICT = { match: 'same', review: 'different', mismatch: 'different', absent: 'unknown' } as const;

/** What the list says beside what the source says, and the answer as it came; in the words of checks. */
export function AnswerComparison({ answer }: { answer: Answer }) {
  const { t, i18n } = useTranslation('checks');
  const label = (field: string) => (i18n.exists(`checks:field.${field}`) ? t(`field.${field}`) : field);
  return (
    <>
      {answer.fields.length > 0 && (
        <CompareFields
          caption={t('compare.listCaption')}
          claimedBy={t('compare.listed')}
          foundBy={t('compare.found')}
          fields={answer.fields.map((field) => ({
            key: field.field,
            label: label(field.field),
            claimed: field.claimed,
            found: field.found,
            verdict: VERDICT[field.result],
          }))}
        />
      )}
      {answer.answer !== null && (
        <details className={classes.answer}>
          <summary>{t('answer.show')}</summary>
          <p className={classes.quiet}>{t('answer.hash', { hash: answer.answerHash ?? '' })}</p>
          <pre tabIndex={0}>{pretty(answer.answer)}</pre>
        </details>
      )}
    </>
  );
}

function pretty(answer: string): string {
  try {
    return JSON.stringify(JSON.parse(answer), null, 2);
  } catch {
    return answer;
  }
}

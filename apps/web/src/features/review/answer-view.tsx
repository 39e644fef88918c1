import { useTranslation } from 'react-i18next';
import type { CaseRequirement } from './review.api';
import classes from './review.module.css';
import { useText } from './use-text';

interface AnswerViewProps {
  answer: Record<string, unknown>;
  options: CaseRequirement['options'];
}

/** What the applicant answered in the form, field by field. */
export function AnswerView({ answer, options }: AnswerViewProps) {
  const { t } = useTranslation('review');
  const text = useText();
  const worded = (value: unknown): string => {
    if (typeof value === 'boolean') return value ? t('answer.yes') : t('answer.no');
    if (Array.isArray(value)) return value.map(worded).join(', ');
    const option = options.find(({ code }) => code === value);
    if (option) return text(option.label);
    return WEEKDAYS.includes(String(value)) ? t(`weekday.${String(value)}`) : String(value ?? '');
  };
  const rows = Object.entries(answer)
    .map(([field, value]) => ({ field, words: worded(value) }))
    .filter(({ words }) => words !== '');
  return (
    <dl className={classes.claim}>
      {rows.map(({ field, words }) => (
        <div key={field}>
          <dt>{t(`answer.${field}`)}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

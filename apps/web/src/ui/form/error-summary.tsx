import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../use-problem-text';
import classes from './error-summary.module.css';
import { fieldId, focusField } from './field-id';
import { useShownErrors } from './shown-errors';
import type { Form } from './use-form';

/** On top of a form: all that is wrong, each a link to its field. Takes the focus after a failed submit (UX 10). */
export function ErrorSummary({ form }: { form: Pick<Form<object>, 'faults' | 'problem' | 'failures'> }) {
  const { t } = useTranslation('ui');
  const { text, reasons, reference } = useProblemText(form.problem);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (form.failures > 0) box.current?.focus();
  }, [form.failures]);

  const isShown = form.faults.length > 0 || form.problem !== null;
  useShownErrors(isShown);
  if (!isShown) return null;
  return (
    <div ref={box} className={classes.summary} tabIndex={-1} role="alert" aria-labelledby="error-summary">
      <h2 id="error-summary">{form.problem ? t('errorSummary.refused') : t('errorSummary.title')}</h2>
      {form.problem && <p>{text}</p>}
      <ul>
        {form.faults.map(({ field, message }) => (
          <li key={field + message}>
            <a
              href={`#${fieldId(field)}`}
              onClick={(event) => {
                event.preventDefault();
                focusField(field);
              }}
            >
              {message}
            </a>
          </li>
        ))}
        {form.problem && reasons.map((reason) => <li key={reason}>{reason}</li>)}
      </ul>
      {form.problem && reference && <small>{t('error.reference', { reference })}</small>}
    </div>
  );
}

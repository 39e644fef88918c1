import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DateParts } from './date-parts';
import { fieldId } from './field-id';
import classes from './field.module.css';
import { OptionalMark } from './optional-mark';
import type { FieldProps } from './use-form';

interface DateFieldProps extends FieldProps<DateParts> {
  label: string;
  hint?: ReactNode;
  optional?: boolean;
  /** A date of birth, so that the browser can fill it in. */
  isBirthday?: boolean;
}

/** A known date, typed in three fields; the month as a number or a name. Never only a calendar (UX 8). */
export function DateField({
  name,
  value,
  error,
  onChange,
  label,
  hint,
  optional,
  isBirthday,
}: DateFieldProps) {
  const { t } = useTranslation('ui');
  const id = fieldId(name);
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <fieldset className={`${classes.field} ${classes.date}`} aria-describedby={described || undefined}>
      <legend>
        <OptionalMark label={label} optional={optional} />
      </legend>
      <p id={`${id}-hint`} className={classes.hint}>
        {hint ?? t('date.hint')}
      </p>
      {error && (
        <p id={`${id}-error`} className={classes.error}>
          {error}
        </p>
      )}
      <div className={classes.parts}>
        {(['day', 'month', 'year'] as const).map((part) => (
          <TextInput
            key={part}
            id={part === 'day' ? id : `${id}-${part}`}
            label={t(`date.${part}`)}
            value={value[part]}
            error={Boolean(error)}
            inputMode={part === 'month' ? 'text' : 'numeric'}
            autoComplete={isBirthday ? `bday-${part}` : 'off'}
            maxLength={part === 'month' ? 10 : 4}
            data-part={part}
            onChange={(event) => onChange({ ...value, [part]: event.currentTarget.value })}
          />
        ))}
      </div>
    </fieldset>
  );
}

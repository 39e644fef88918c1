import { Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldId } from './field-id';
import classes from './field.module.css';
import { OptionalMark } from './optional-mark';
import type { FieldProps } from './use-form';

interface TextAreaFieldProps extends FieldProps<string> {
  label: string;
  hint?: ReactNode;
  optional?: boolean;
  rows?: number;
  /** Most characters; what is left is told under the field, and nothing is cut off while typing. */
  limit?: number;
}

/** Several lines of text; grows with what is typed. */
export function TextAreaField({
  name,
  value,
  error,
  onChange,
  label,
  hint,
  optional,
  rows = 4,
  limit,
}: TextAreaFieldProps) {
  const { t } = useTranslation('ui');
  const left = limit === undefined ? 0 : limit - value.length;
  return (
    <div className={classes.field}>
      <Textarea
        id={fieldId(name)}
        name={name}
        value={value}
        error={error}
        label={<OptionalMark label={label} optional={optional} />}
        description={hint}
        rows={rows}
        className={classes.area}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {limit !== undefined && (
        <p className={classes.left} data-over={left < 0 || undefined}>
          {left >= 0 ? t('field.left', { count: left }) : t('field.over', { count: -left })}
        </p>
      )}
    </div>
  );
}

import { PasswordInput, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldId } from './field-id';
import classes from './field.module.css';
import { OptionalMark } from './optional-mark';
import type { FieldProps } from './use-form';

interface TextFieldProps extends FieldProps<string> {
  label: string;
  hint?: ReactNode;
  /** Marks the label; everything not marked must be filled in. */
  optional?: boolean;
  type?: 'text' | 'email' | 'tel' | 'url' | 'search';
  inputMode?: 'text' | 'email' | 'tel' | 'url' | 'numeric' | 'decimal' | 'search';
  autoComplete?: string;
  maxLength?: number;
  /** Expected length, in characters: a short field for a short answer. */
  width?: number;
  spellCheck?: boolean;
  /** Offered while typing; anything else may be typed as well. */
  suggestions?: readonly string[];
}

/** One line of text. Label above, hint under it, error between hint and input. */
export function TextField({
  name,
  onChange,
  label,
  hint,
  optional,
  width,
  suggestions,
  ...input
}: TextFieldProps) {
  const listId = `${fieldId(name)}-suggestions`;
  return (
    <>
      <TextInput
        {...input}
        id={fieldId(name)}
        list={suggestions?.length ? listId : undefined}
        name={name}
        className={classes.field}
        label={<OptionalMark label={label} optional={optional} />}
        description={hint}
        styles={width ? { wrapper: { maxWidth: `calc(${width}ch + 2.5rem)` } } : undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {suggestions && suggestions.length > 0 && (
        <datalist id={listId}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
    </>
  );
}

interface PasswordFieldProps extends FieldProps<string> {
  label: string;
  hint?: ReactNode;
  autoComplete: 'current-password' | 'new-password';
}

/** A password: can be pasted and shown. */
export function PasswordField({ name, onChange, label, hint, ...input }: PasswordFieldProps) {
  const { t } = useTranslation('ui');
  return (
    <PasswordInput
      {...input}
      id={fieldId(name)}
      name={name}
      className={classes.field}
      label={label}
      description={hint}
      visibilityToggleButtonProps={{ 'aria-label': t('field.showPassword'), tabIndex: 0 }}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

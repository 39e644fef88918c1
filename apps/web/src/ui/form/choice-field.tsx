import { Checkbox, NativeSelect, Radio, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { fieldId } from './field-id';
import classes from './field.module.css';
import { OptionalMark } from './optional-mark';
import type { FieldProps } from './use-form';

/** One choice of a list. */
export interface Choice {
  value: string;
  label: string;
  hint?: string;
}

interface ChoiceProps extends FieldProps<string> {
  label: string;
  hint?: ReactNode;
  optional?: boolean;
  choices: readonly Choice[];
}

/** One of a few: all are seen at once. For more than seven use `SelectField`. */
export function RadioField({ name, value, error, onChange, label, hint, optional, choices }: ChoiceProps) {
  return (
    <Radio.Group
      name={name}
      value={value}
      onChange={onChange}
      error={error}
      description={hint}
      className={classes.field}
      label={<OptionalMark label={label} optional={optional} />}
      labelElement="div"
      size="md"
    >
      <Stack gap="sm" mt="xs">
        {choices.map((choice, place) => (
          <Radio
            key={choice.value}
            id={place === 0 ? fieldId(name) : undefined}
            value={choice.value}
            label={choice.label}
            description={choice.hint}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}

interface SelectProps extends ChoiceProps {
  /** The words of the empty first choice. */
  empty: string;
}

/** One of many: the browser's own list, good on phones and for screen readers. */
export function SelectField({
  name,
  value,
  error,
  onChange,
  label,
  hint,
  optional,
  choices,
  empty,
}: SelectProps) {
  return (
    <NativeSelect
      id={fieldId(name)}
      name={name}
      value={value}
      error={error}
      className={classes.field}
      label={<OptionalMark label={label} optional={optional} />}
      description={hint}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      <option value="">{empty}</option>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </NativeSelect>
  );
}

interface CheckProps extends FieldProps<boolean> {
  label: ReactNode;
  hint?: ReactNode;
}

/** Yes or no to one statement. */
export function CheckField({ name, value, error, onChange, label, hint }: CheckProps) {
  return (
    <Checkbox
      id={fieldId(name)}
      name={name}
      checked={value}
      error={error}
      description={hint}
      label={label}
      className={classes.choice}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}

interface CheckListProps extends FieldProps<string[]> {
  label: string;
  hint?: ReactNode;
  optional?: boolean;
  choices: readonly Choice[];
}

/** Any number of a few. */
export function CheckListField({
  name,
  value,
  error,
  onChange,
  label,
  hint,
  optional,
  choices,
}: CheckListProps) {
  return (
    <Checkbox.Group
      value={value}
      onChange={onChange}
      error={error}
      description={hint}
      className={classes.field}
      label={<OptionalMark label={label} optional={optional} />}
      labelElement="div"
      size="md"
    >
      <Stack gap="sm" mt="xs">
        {choices.map((choice, place) => (
          <Checkbox
            key={choice.value}
            id={place === 0 ? fieldId(name) : undefined}
            value={choice.value}
            label={choice.label}
            description={choice.hint}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

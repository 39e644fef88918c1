import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from './text-field';
import type { FieldProps } from './use-form';

interface PhoneFieldProps extends FieldProps<string> {
  label: string;
  hint?: ReactNode;
  optional?: boolean;
}

/** A phone number, shown as typed; `toE164` makes what is stored. No mask. */
export function PhoneField({ hint, ...field }: PhoneFieldProps) {
  const { t } = useTranslation('ui');
  return (
    <TextField
      {...field}
      hint={hint ?? t('phone.hint')}
      type="tel"
      autoComplete="tel"
      maxLength={40}
      width={24}
    />
  );
}

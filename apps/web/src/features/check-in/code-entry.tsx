import { TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PendingButton } from '../../ui/pending-button';
import classes from './door.module.css';

/** Typing the code that stands under the QR image. */
export function CodeEntry({ isPending, onCode }: { isPending: boolean; onCode: (code: string) => void }) {
  const { t } = useTranslation('check-in');
  const [code, setCode] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!code.trim()) return;
    onCode(code);
    setCode('');
  };
  return (
    <form onSubmit={submit} className={classes.entry}>
      <TextInput
        label={t('code.label')}
        description={t('code.hint')}
        value={code}
        maxLength={40}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <PendingButton isPending={isPending}>{t('actions.enter')}</PendingButton>
    </form>
  );
}

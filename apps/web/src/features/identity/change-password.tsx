import { Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call } from '../../api/client';
import { ErrorSummary, PasswordField, useForm } from '../../ui/form';
import { PendingButton } from '../../ui/pending-button';
import { toast } from '../../ui/toast';
import { PASSWORD_MIN } from './identity.rules';

const EMPTY = { currentPassword: '', password: '' };

/** A new password for who knows the present one; the account's other sessions end. */
export function ChangePassword() {
  const { t } = useTranslation('identity');
  const [round, setRound] = useState(0);
  return <PasswordForm key={round} title={t('password.title')} onDone={() => setRound(round + 1)} />;
}

function PasswordForm({ title, onDone }: { title: string; onDone: () => void }) {
  const { t } = useTranslation('identity');
  const form = useForm({
    initial: EMPTY,
    validate: ({ currentPassword, password }) => ({
      ...(currentPassword ? {} : { currentPassword: t('fault.currentPassword') }),
      ...(password.length >= PASSWORD_MIN
        ? {}
        : { password: t('fault.passwordShort', { min: PASSWORD_MIN }) }),
    }),
    submit: async (body) => {
      await call<unknown>(api.PUT('/api/account/password', { body }));
      toast.good(t('password.done'));
      onDone();
    },
  });
  return (
    <section aria-labelledby="change-password">
      <h2 id="change-password">{title}</h2>
      <form onSubmit={form.onSubmit} noValidate>
        <Stack gap="lg" align="stretch">
          <ErrorSummary form={form} />
          <PasswordField
            {...form.field('currentPassword')}
            label={t('field.currentPassword')}
            autoComplete="current-password"
          />
          <PasswordField
            {...form.field('password')}
            label={t('field.newPassword')}
            hint={t('field.passwordHint', { min: PASSWORD_MIN })}
            autoComplete="new-password"
          />
          <PendingButton isPending={form.isPending}>{t('actions.setPassword')}</PendingButton>
        </Stack>
      </form>
    </section>
  );
}

import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call } from '../../api/client';
import { ErrorSummary } from '../../ui/form/error-summary';
import { PasswordField } from '../../ui/form/text-field';
import { useForm } from '../../ui/form/use-form';
import { LinkButton } from '../../ui/links';
import { PageTitle } from '../../ui/page-title';
import { PendingButton } from '../../ui/pending-button';
import classes from './identity.module.css';
import { PASSWORD_MIN } from './identity.rules';

const route = getRouteApi('/reset');

/** Setting a new password with the link from the mail; all other sessions end. */
export function ResetPage() {
  const { t } = useTranslation('identity');
  const { token = '' } = route.useSearch();
  const [isDone, setDone] = useState(false);
  const form = useForm({
    initial: { password: '' },
    validate: ({ password }) =>
      password.length >= PASSWORD_MIN ? {} : { password: t('fault.passwordShort', { min: PASSWORD_MIN }) },
    submit: async ({ password }) => {
      await call<unknown>(api.POST('/api/accounts/password', { body: { token, password } }));
      setDone(true);
    },
  });
  if (isDone) {
    return (
      <>
        <PageTitle title={t('reset.done')} lead={t('reset.doneText')} />
        <LinkButton to="/sign-in">{t('actions.signIn')}</LinkButton>
      </>
    );
  }
  return (
    <>
      <PageTitle title={t('reset.title')} lead={t('reset.lead')} hasError={form.failures > 0} />
      <form onSubmit={form.onSubmit} noValidate className={classes.form}>
        <ErrorSummary form={form} />
        <PasswordField
          {...form.field('password')}
          label={t('field.newPassword')}
          hint={t('field.passwordHint', { min: PASSWORD_MIN })}
          autoComplete="new-password"
        />
        <div>
          <PendingButton isPending={form.isPending}>{t('actions.setPassword')}</PendingButton>
        </div>
      </form>
    </>
  );
}

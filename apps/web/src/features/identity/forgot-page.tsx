import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call } from '../../api/client';
import { ErrorSummary } from '../../ui/form/error-summary';
import { TextField } from '../../ui/form/text-field';
import { useForm } from '../../ui/form/use-form';
import { PageTitle } from '../../ui/page-title';
import { PendingButton } from '../../ui/pending-button';
import { looksLikeEmail } from './identity.rules';
import classes from './identity.module.css';
import { MailSent } from './mail-sent';

/** Asking for a link to set a new password. */
export function ForgotPage() {
  const { t } = useTranslation('identity');
  const [sentTo, setSentTo] = useState('');
  const form = useForm({
    initial: { email: '' },
    validate: ({ email }) => (looksLikeEmail(email) ? {} : { email: t('fault.emailForm') }),
    submit: async ({ email }) => {
      await call<unknown>(api.POST('/api/accounts/password-resets', { body: { email: email.trim() } }));
      setSentTo(email.trim());
    },
  });
  if (sentTo)
    return <MailSent title={t('forgot.sent')} email={sentTo} text={t('forgot.sentText')} canRepeat={false} />;
  return (
    <>
      <PageTitle title={t('forgot.title')} lead={t('forgot.lead')} hasError={form.failures > 0} />
      <form onSubmit={form.onSubmit} noValidate className={classes.form}>
        <ErrorSummary form={form} />
        <TextField
          {...form.field('email')}
          label={t('field.email')}
          type="email"
          autoComplete="username"
          maxLength={254}
        />
        <div>
          <PendingButton isPending={form.isPending}>{t('actions.sendLink')}</PendingButton>
        </div>
      </form>
    </>
  );
}

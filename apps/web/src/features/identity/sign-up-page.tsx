import { Anchor } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call } from '../../api/client';
import { currentLanguage } from '../../app/language';
import { CheckField } from '../../ui/form/choice-field';
import { ErrorSummary } from '../../ui/form/error-summary';
import { PasswordField, TextField } from '../../ui/form/text-field';
import { useForm } from '../../ui/form/use-form';
import { TextLink } from '../../ui/links';
import { PageTitle } from '../../ui/page-title';
import { PendingButton } from '../../ui/pending-button';
import classes from './identity.module.css';
import { MailSent } from './mail-sent';
import { PASSWORD_MIN, looksLikeEmail } from './identity.rules';

/** A new account: one name field (many Indonesians have one name), e-mail, password. */
export function SignUpPage() {
  const { t } = useTranslation('identity');
  const [sentTo, setSentTo] = useState('');
  if (sentTo) return <MailSent title={t('signUp.sent')} email={sentTo} text={t('signUp.sentText')} />;
  return <SignUpForm onDone={setSentTo} />;
}

function SignUpForm({ onDone }: { onDone: (email: string) => void }) {
  const { t } = useTranslation('identity');
  const form = useForm({
    initial: { fullName: '', email: '', password: '', acceptTerms: false },
    validate: (values) => ({
      fullName: values.fullName.trim() ? undefined : t('fault.fullName'),
      email: looksLikeEmail(values.email) ? undefined : t('fault.emailForm'),
      password:
        values.password.length >= PASSWORD_MIN ? undefined : t('fault.passwordShort', { min: PASSWORD_MIN }),
      acceptTerms: values.acceptTerms ? undefined : t('fault.terms'),
    }),
    submit: async (values) => {
      const body = {
        ...values,
        fullName: values.fullName.trim(),
        email: values.email.trim(),
        locale: currentLanguage(),
      };
      await call<unknown>(api.POST('/api/accounts', { body }));
      onDone(body.email);
    },
  });
  return (
    <>
      <PageTitle title={t('signUp.title')} lead={t('signUp.lead')} hasError={form.failures > 0} />
      <form onSubmit={form.onSubmit} noValidate className={classes.form}>
        <ErrorSummary form={form} />
        <TextField
          {...form.field('fullName')}
          label={t('field.fullName')}
          hint={t('field.fullNameHint')}
          autoComplete="name"
          maxLength={200}
        />
        <TextField
          {...form.field('email')}
          label={t('field.email')}
          type="email"
          autoComplete="email"
          maxLength={254}
        />
        <PasswordField
          {...form.field('password')}
          label={t('field.password')}
          hint={t('field.passwordHint', { min: PASSWORD_MIN })}
          autoComplete="new-password"
        />
        <CheckField {...form.field('acceptTerms')} label={t('signUp.terms')} />
        {/* In a tab of its own: what was typed stays. */}
        <p className={classes.beside}>
          <Anchor href="/terms" target="_blank" rel="noreferrer">
            {t('signUp.readTerms')}
          </Anchor>
        </p>
        <div>
          <PendingButton isPending={form.isPending}>{t('actions.signUp')}</PendingButton>
        </div>
      </form>
      <p className={classes.ways}>
        <span>
          {t('signUp.have')} <TextLink to="/sign-in">{t('actions.signIn')}</TextLink>
        </span>
      </p>
    </>
  );
}

import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '../../ui/form/error-summary';
import { PasswordField, TextField } from '../../ui/form/text-field';
import { useForm } from '../../ui/form/use-form';
import { PendingButton } from '../../ui/pending-button';
import { signIn } from './identity.api';
import classes from './identity.module.css';

interface SignInFormProps {
  /** Known when only the session was lost. */
  email?: string;
  onDone: () => Promise<void>;
}

/** E-mail and password; both may be pasted, no puzzle (WCAG 3.3.8). */
export function SignInForm({ email = '', onDone }: SignInFormProps) {
  const { t } = useTranslation('identity');
  const form = useForm({
    initial: { email, password: '' },
    validate: (values) => ({
      email: values.email.trim() ? undefined : t('fault.email'),
      password: values.password ? undefined : t('fault.password'),
    }),
    submit: async (values) => {
      await signIn(values.email.trim(), values.password);
      await onDone();
    },
  });
  return (
    <form onSubmit={form.onSubmit} noValidate className={classes.form}>
      <ErrorSummary form={form} />
      <TextField
        {...form.field('email')}
        label={t('field.email')}
        type="email"
        autoComplete="username"
        maxLength={254}
      />
      <PasswordField
        {...form.field('password')}
        label={t('field.password')}
        autoComplete="current-password"
      />
      <div>
        <PendingButton isPending={form.isPending}>{t('actions.signIn')}</PendingButton>
      </div>
    </form>
  );
}

import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '../../ui/form/error-summary';
import { TextField } from '../../ui/form/text-field';
import { useForm } from '../../ui/form/use-form';
import { PendingButton } from '../../ui/pending-button';
import classes from './landing-page.module.css';

/** Anyone may check a certificate or a member by the code printed on it. */
export function CheckForm() {
  const { t } = useTranslation('landing');
  const navigate = useNavigate();
  const form = useForm({
    initial: { code: '' },
    validate: ({ code }) => (code.trim() ? {} : { code: t('check.empty') }),
    submit: async ({ code }) => {
      await navigate({ to: `/check/${encodeURIComponent(code.trim().toUpperCase())}` as string });
    },
  });
  return (
    <form className={classes.check} onSubmit={form.onSubmit} noValidate aria-labelledby="check">
      <h2 id="check">{t('check.title')}</h2>
      <ErrorSummary form={form} />
      <TextField
        {...form.field('code')}
        label={t('check.code')}
        hint={t('check.hint')}
        autoComplete="off"
        spellCheck={false}
        maxLength={60}
      />
      <PendingButton isPending={form.isPending} variant="default" fullWidth mt="md">
        {t('actions.check')}
      </PendingButton>
    </form>
  );
}

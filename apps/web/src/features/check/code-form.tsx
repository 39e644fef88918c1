import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '../../ui/form/error-summary';
import { TextField } from '../../ui/form/text-field';
import { useForm } from '../../ui/form/use-form';
import { PendingButton } from '../../ui/pending-button';
import classes from './check.module.css';

/** Takes a code as it is printed, in any spelling, to its answer. */
export function CodeForm({ initial = '' }: { initial?: string }) {
  const { t } = useTranslation('check');
  const navigate = useNavigate();
  const form = useForm({
    initial: { code: initial },
    validate: ({ code }) => (code.trim() ? {} : { code: t('form.empty') }),
    submit: async ({ code }) => {
      await navigate({ to: '/check/$code', params: { code: code.trim().toUpperCase() } });
    },
  });
  return (
    <form className={classes.form} onSubmit={form.onSubmit} noValidate data-no-print>
      <ErrorSummary form={form} />
      <TextField
        {...form.field('code')}
        label={t('form.code')}
        hint={t('form.hint')}
        autoComplete="off"
        maxLength={60}
      />
      <PendingButton isPending={form.isPending} mt="md">
        {t('actions.check')}
      </PendingButton>
    </form>
  );
}

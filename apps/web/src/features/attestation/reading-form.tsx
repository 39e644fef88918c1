import { useTranslation } from 'react-i18next';
import { ErrorSummary, RadioField, TextAreaField, useForm } from '../../ui/form';
import { PendingButton } from '../../ui/pending-button';
import { useRefresh } from './ask-dialogs';
import { readVerification } from './attestation.api';
import classes from './attestation.module.css';

/** The second reader agrees, or does not, and says why. */
export function ReadingForm({ id, applicationId }: { id: string; applicationId: string }) {
  const { t } = useTranslation('attestation');
  const refresh = useRefresh(applicationId);
  const form = useForm<{ agrees: string; note: string }>({
    initial: { agrees: '', note: '' },
    validate: ({ agrees, note }) => ({
      agrees: agrees ? undefined : t('fault.agrees'),
      note: note.trim() ? undefined : t('fault.reason'),
    }),
    submit: async ({ agrees, note }) => {
      await readVerification(id, { agrees: agrees === 'yes', note: note.trim() });
      await refresh();
    },
  });
  return (
    <form onSubmit={form.onSubmit} noValidate className={classes.fields}>
      <ErrorSummary form={form} />
      <RadioField
        {...form.field('agrees')}
        label={t('hand.reading')}
        choices={[
          { value: 'yes', label: t('hand.agree') },
          { value: 'no', label: t('hand.disagree') },
        ]}
      />
      <TextAreaField {...form.field('note')} label={t('ask.reason')} limit={2_000} />
      <PendingButton isPending={form.isPending}>{t('hand.save')}</PendingButton>
    </form>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '../../api/client';
import { currentLanguage } from '../../app/language';
import { Dialog } from '../../ui/dialog';
import { ErrorSummary, RadioField, TextAreaField, TextField, useForm } from '../../ui/form';
import { PendingButton } from '../../ui/pending-button';
import { type Attestation, askInstitution, renewAttestation, withdrawAttestation } from './attestation.api';
import classes from './attestation.module.css';

interface DialogProps {
  applicationId: string;
  onClose: () => void;
}

/** After an act, the questions and the checks of the application are read again. */
export function useRefresh(applicationId: string): () => Promise<void> {
  const queryClient = useQueryClient();
  return async () => {
    await Promise.all(
      [['attestations', applicationId], ['checks', applicationId], ['verifications'], ['review']].map(
        (queryKey) => queryClient.invalidateQueries({ queryKey }),
      ),
    );
  };
}

/** Where to ask, first or anew. */
export function AskDialog({
  checkId,
  renews,
  applicationId,
  onClose,
}: DialogProps & { checkId: string; renews?: Attestation }) {
  const { t } = useTranslation('attestation');
  const [key] = useState(newIdempotencyKey);
  const refresh = useRefresh(applicationId);
  const form = useForm<{ email: string; language: string }>({
    initial: { email: renews?.contactEmail ?? '', language: renews?.language ?? currentLanguage() },
    validate: ({ email }) => ({ email: email.trim() ? undefined : t('fault.email') }),
    submit: async ({ email, language }) => {
      const wish = { email: email.trim(), language: language === 'en' ? ('en' as const) : ('id' as const) };
      await (renews ? renewAttestation(renews.id, wish, key) : askInstitution(checkId, wish, key));
      await refresh();
      onClose();
    },
  });
  return (
    <Dialog isOpen onClose={onClose} title={renews ? t('ask.renew') : t('ask.act')} size="lg">
      <form onSubmit={form.onSubmit} noValidate className={classes.fields}>
        <p>{t('ask.explain')}</p>
        <ErrorSummary form={form} />
        <TextField
          {...form.field('email')}
          label={t('ask.email')}
          hint={t('ask.emailHint')}
          maxLength={254}
          type="email"
        />
        <RadioField
          {...form.field('language')}
          label={t('ask.language')}
          choices={[
            { value: 'id', label: t('ask.indonesian') },
            { value: 'en', label: t('ask.english') },
          ]}
        />
        <PendingButton isPending={form.isPending}>{t('ask.send')}</PendingButton>
      </form>
    </Dialog>
  );
}

/** Takes a question back, with a reason. */
export function WithdrawDialog({
  question,
  applicationId,
  onClose,
}: DialogProps & { question: Attestation }) {
  const { t } = useTranslation('attestation');
  const refresh = useRefresh(applicationId);
  const form = useForm<{ reason: string }>({
    initial: { reason: '' },
    validate: ({ reason }) => ({ reason: reason.trim() ? undefined : t('fault.reason') }),
    submit: async ({ reason }) => {
      await withdrawAttestation(question.id, reason.trim());
      await refresh();
      onClose();
    },
  });
  return (
    <Dialog isOpen onClose={onClose} title={t('ask.withdraw')}>
      <form onSubmit={form.onSubmit} noValidate className={classes.fields}>
        <ErrorSummary form={form} />
        <TextAreaField {...form.field('reason')} label={t('ask.reason')} limit={1_000} />
        <PendingButton isPending={form.isPending}>{t('ask.withdraw')}</PendingButton>
      </form>
    </Dialog>
  );
}

import { Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog';
import { CheckField, ErrorSummary, RadioField, TextAreaField, TextField, useForm } from '../../ui/form';
import { PendingButton } from '../../ui/pending-button';
import { toast } from '../../ui/toast';
import { type Hold, placeHold, releaseHold } from './holds.api';

/** Asks on whose documents and why; the person reads the reason unless that is left out. */
export function PlaceHoldDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('holds');
  const queryClient = useQueryClient();
  const form = useForm({
    initial: { reference: '', kind: '', reason: '', isShown: true },
    validate: ({ reference, kind, reason }) => ({
      reference: reference.trim() ? undefined : t('fault.reference'),
      kind: kind ? undefined : t('fault.kind'),
      reason: reason.trim() ? undefined : t('fault.reason'),
    }),
    submit: async ({ reference, kind, reason, isShown }) => {
      await placeHold({
        ...{ reference: reference.trim(), reason: reason.trim(), isShown },
        kind: kind === 'legal' ? 'legal' : 'inquiry',
      });
      await queryClient.invalidateQueries({ queryKey: ['holds'] });
      toast.good(t('placed'));
      onClose();
    },
  });
  return (
    <Dialog isOpen onClose={onClose} title={t('placeTitle')}>
      <form onSubmit={form.onSubmit} noValidate>
        <Stack gap="lg" align="stretch">
          <p>{t('placeText')}</p>
          <ErrorSummary form={form} />
          <TextField
            {...form.field('reference')}
            label={t('field.reference')}
            hint={t('field.referenceHint')}
            maxLength={40}
            spellCheck={false}
            autoComplete="off"
          />
          <RadioField
            {...form.field('kind')}
            label={t('field.kind')}
            choices={['legal', 'inquiry'].map((value) => ({ value, label: t(`kind.${value}`) }))}
          />
          <TextAreaField {...form.field('reason')} label={t('field.reason')} limit={2_000} />
          <CheckField {...form.field('isShown')} label={t('field.isShown')} hint={t('field.isShownHint')} />
          <PendingButton isPending={form.isPending}>{t('actions.place')}</PendingButton>
        </Stack>
      </form>
    </Dialog>
  );
}

/** Says what follows, and asks why. */
export function ReleaseHoldDialog({ hold, onClose }: { hold: Hold; onClose: () => void }) {
  const { t } = useTranslation('holds');
  const queryClient = useQueryClient();
  const form = useForm({
    initial: { reason: '' },
    validate: ({ reason }) => ({ reason: reason.trim() ? undefined : t('fault.reason') }),
    submit: async ({ reason }) => {
      await releaseHold(hold.id, reason.trim());
      await queryClient.invalidateQueries({ queryKey: ['holds'] });
      toast.good(t('releasedToast'));
      onClose();
    },
  });
  return (
    <Dialog isOpen onClose={onClose} title={t('releaseTitle', { name: hold.fullName })}>
      <form onSubmit={form.onSubmit} noValidate>
        <Stack gap="lg" align="stretch">
          <p>{t('releaseText')}</p>
          <ErrorSummary form={form} />
          <TextAreaField {...form.field('reason')} label={t('field.reason')} limit={2_000} />
          <PendingButton isPending={form.isPending}>{t('actions.release')}</PendingButton>
        </Stack>
      </form>
    </Dialog>
  );
}

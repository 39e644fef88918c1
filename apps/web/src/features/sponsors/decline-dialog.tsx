import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog';
import { ErrorSummary, TextAreaField, useForm } from '../../ui/form';
import { PendingButton } from '../../ui/pending-button';
import { toast } from '../../ui/toast';
import { type Sponsorship, declineSponsorship } from './sponsors.api';

interface DeclineDialogProps {
  line: Sponsorship;
  onDone: () => Promise<void>;
  onClose: () => void;
}

/** Declines, with a reason that only officers read. */
export function DeclineDialog({ line, onDone, onClose }: DeclineDialogProps) {
  const { t } = useTranslation('sponsors');
  const form = useForm<{ reason: string }>({
    initial: { reason: '' },
    submit: async ({ reason }) => {
      await declineSponsorship(line.id, reason.trim());
      toast.good(t('declined'));
      await onDone();
      onClose();
    },
  });
  return (
    <Dialog isOpen onClose={onClose} title={t('declineOf', { name: line.applicantName })}>
      <form onSubmit={form.onSubmit} noValidate>
        <Stack gap="lg" align="stretch">
          <ErrorSummary form={form} />
          <p>{t('declineText')}</p>
          <TextAreaField
            {...form.field('reason')}
            label={t('field.reason')}
            hint={t('field.reasonHint')}
            optional
            limit={2_000}
          />
          <PendingButton isPending={form.isPending}>{t('actions.decline')}</PendingButton>
        </Stack>
      </form>
    </Dialog>
  );
}

import { Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog';
import { ErrorSummary, TextAreaField, useForm } from '../../ui/form';
import { PendingButton } from '../../ui/pending-button';
import { toast } from '../../ui/toast';
import { undo } from './duplicates.api';

/** Asks why a merge is taken back. */
export function UndoMergeDialog({ mergeId, onClose }: { mergeId: string; onClose: () => void }) {
  const { t } = useTranslation('duplicates');
  const queryClient = useQueryClient();
  const form = useForm<{ reason: string }>({
    initial: { reason: '' },
    validate: ({ reason }) => ({ reason: reason.trim() ? undefined : t('fault.reason') }),
    submit: async ({ reason }) => {
      await undo(mergeId, reason.trim());
      toast.good(t('undo.done'));
      onClose();
      await queryClient.invalidateQueries({ queryKey: ['duplicates'] });
    },
  });
  return (
    <Dialog isOpen onClose={onClose} title={t('actions.undo')} size="lg">
      <form onSubmit={form.onSubmit} noValidate>
        <Stack gap="lg" align="stretch">
          <ErrorSummary form={form} />
          <p>{t('undo.text')}</p>
          <TextAreaField {...form.field('reason')} label={t('reason.label')} limit={2_000} />
          <PendingButton isPending={form.isPending}>{t('actions.undo')}</PendingButton>
        </Stack>
      </form>
    </Dialog>
  );
}

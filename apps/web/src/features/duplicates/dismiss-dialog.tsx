import { Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog';
import { ErrorSummary, TextAreaField, useForm } from '../../ui/form';
import { PendingButton } from '../../ui/pending-button';
import { toast } from '../../ui/toast';
import { type Pair, dismiss } from './duplicates.api';

/** Two people, not one: the officer says why. */
export function DismissDialog({ pair, onClose }: { pair: Pair; onClose: () => void }) {
  const { t } = useTranslation('duplicates');
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const form = useForm<{ reason: string }>({
    initial: { reason: '' },
    validate: ({ reason }) => ({ reason: reason.trim() ? undefined : t('fault.reason') }),
    submit: async ({ reason }) => {
      await dismiss(pair.id, reason.trim());
      onClose();
      await navigate({ to: '/duplicates' });
      toast.good(t('apart.done'));
      await queryClient.invalidateQueries({ queryKey: ['duplicates'] });
    },
  });
  return (
    <Dialog isOpen onClose={onClose} title={t('actions.apart')} size="lg">
      <form onSubmit={form.onSubmit} noValidate>
        <Stack gap="lg" align="stretch">
          <ErrorSummary form={form} />
          <p>{t('apart.text')}</p>
          <TextAreaField
            {...form.field('reason')}
            label={t('reason.label')}
            hint={t('apart.hint')}
            limit={2_000}
          />
          <PendingButton isPending={form.isPending}>{t('actions.apart')}</PendingButton>
        </Stack>
      </form>
    </Dialog>
  );
}

import { Group } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog';
import { ErrorSummary, SelectField, useForm } from '../../ui/form';
import { PendingButton } from '../../ui/pending-button';
import { toast } from '../../ui/toast';
import { type Case, assign } from './review.api';

interface HandOverDialogProps {
  shown: Case;
  isOpen: boolean;
  onClose: () => void;
}

/** Gives the case to another officer who may review it. */
export function HandOverDialog({ shown, isOpen, onClose }: HandOverDialogProps) {
  const { t } = useTranslation('review');
  const queryClient = useQueryClient();
  const form = useForm({
    initial: { personId: '' },
    validate: ({ personId }) => ({ personId: personId === '' ? t('fault.colleague') : undefined }),
    submit: async ({ personId }) => {
      await assign(shown, personId);
      await queryClient.invalidateQueries({ queryKey: ['review'] });
      toast.good(t('case.handedOver'));
      onClose();
    },
  });
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('handOver.title', { reference: shown.reference })}>
      <form onSubmit={form.onSubmit} noValidate>
        <ErrorSummary form={form} />
        <SelectField
          {...form.field('personId')}
          label={t('field.colleague')}
          empty={t('field.choose')}
          choices={shown.colleagues.map(({ personId, fullName }) => ({ value: personId, label: fullName }))}
        />
        <Group mt="lg">
          <PendingButton isPending={form.isPending}>{t('actions.handOver')}</PendingButton>
        </Group>
      </form>
    </Dialog>
  );
}

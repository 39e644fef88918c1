import { Group, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog';
import { ErrorSummary, TextAreaField, useForm } from '../../ui/form';
import { PendingButton } from '../../ui/pending-button';
import { toast } from '../../ui/toast';
import { type Case, declareConflict } from './review.api';

interface ConflictDialogProps {
  shown: Case;
  isOpen: boolean;
  onClose: () => void;
}

/** Says that one is too close to the applicant; the case is closed to this officer from then on. */
export function ConflictDialog({ shown, isOpen, onClose }: ConflictDialogProps) {
  const { t } = useTranslation('review');
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const form = useForm({
    initial: { reason: '' },
    validate: ({ reason }) => ({ reason: reason.trim() === '' ? t('fault.conflict') : undefined }),
    submit: async ({ reason }) => {
      await declareConflict(shown.id, reason.trim());
      await navigate({ to: '/review' });
      queryClient.removeQueries({ queryKey: ['review', 'case', shown.id] });
      await queryClient.invalidateQueries({ queryKey: ['review', 'queue'] });
      toast.good(t('case.conflictDeclared'));
    },
  });
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('conflict.title', { reference: shown.reference })}>
      <form onSubmit={form.onSubmit} noValidate>
        <Text mb="md">{t('conflict.text')}</Text>
        <ErrorSummary form={form} />
        <TextAreaField {...form.field('reason')} label={t('field.conflict')} limit={2_000} rows={3} />
        <Group mt="lg">
          <PendingButton isPending={form.isPending}>{t('actions.declareConflict')}</PendingButton>
        </Group>
      </form>
    </Dialog>
  );
}

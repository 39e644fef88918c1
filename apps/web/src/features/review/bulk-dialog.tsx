import { Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog';
import { ErrorSummary, SelectField, useForm } from '../../ui/form';
import { PendingButton } from '../../ui/pending-button';
import { type Batch, type BatchResult, assignMany, optionsQuery } from './queue-views.api';

interface BulkDialogProps {
  batch: Batch;
  count: number;
  isOpen: boolean;
  onClose: () => void;
  onDone: (result: BatchResult) => unknown;
}

/** Gives many cases to one officer; each is judged by itself, and what cannot be given is told. */
export function BulkDialog({ batch, count, isOpen, onClose, onDone }: BulkDialogProps) {
  const { t } = useTranslation('review');
  const { data } = useQuery(optionsQuery);
  const form = useForm({
    initial: { personId: '' },
    validate: ({ personId }) => ({ personId: personId === '' ? t('fault.colleague') : undefined }),
    submit: async ({ personId }) => {
      await onDone(await assignMany(batch, personId));
    },
  });
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('bulk.title', { count })}>
      <form onSubmit={form.onSubmit} noValidate>
        <ErrorSummary form={form} />
        <SelectField
          {...form.field('personId')}
          label={t('field.colleague')}
          hint={t('bulk.hint')}
          empty={t('field.choose')}
          choices={(data?.officers ?? []).map(({ personId, fullName }) => ({
            value: personId,
            label: fullName,
          }))}
        />
        <Group mt="lg">
          <PendingButton isPending={form.isPending}>{t('actions.handOver')}</PendingButton>
        </Group>
      </form>
    </Dialog>
  );
}

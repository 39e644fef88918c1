import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog';
import { ErrorSummary, TextAreaField, useForm } from '../../ui/form';
import { PendingButton } from '../../ui/pending-button';
import { type ImportDetail, proposeRollback } from './registers.api';
import classes from './registers.module.css';

interface UndoDialogProps {
  registerId: string;
  found: ImportDetail;
  onClose: () => void;
}

/** Asks why a version is undone, and leads to what that would change; nothing counts before the officer's word there. */
export function UndoDialog({ registerId, found, onClose }: UndoDialogProps) {
  const { t } = useTranslation('registers');
  const navigate = useNavigate();
  const form = useForm<{ reason: string }>({
    initial: { reason: '' },
    validate: ({ reason }) => ({ reason: reason.trim() ? undefined : t('fault.reason') }),
    submit: async ({ reason }) => {
      const proposed = await proposeRollback(registerId, found.id, reason.trim());
      onClose();
      await navigate({
        to: '/registers/$registerId/imports/$importId',
        params: { registerId, importId: proposed.id },
      });
    },
  });
  return (
    <Dialog isOpen onClose={onClose} title={t('undo.title', { number: found.number })} size="lg">
      <form onSubmit={form.onSubmit} noValidate className={classes.form}>
        <ErrorSummary form={form} />
        <p>{t('undo.text')}</p>
        <TextAreaField
          {...form.field('reason')}
          label={t('field.reason')}
          hint={t('undo.hint')}
          limit={2_000}
        />
        <PendingButton isPending={form.isPending}>{t('actions.propose')}</PendingButton>
      </form>
    </Dialog>
  );
}

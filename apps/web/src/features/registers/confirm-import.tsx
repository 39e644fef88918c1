import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { Dialog } from '../../ui/dialog';
import { ErrorSummary, TextAreaField, useForm } from '../../ui/form';
import { formatNumber } from '../../ui/format';
import { PendingButton } from '../../ui/pending-button';
import { type ImportDetail, confirmImport, importQuery } from './registers.api';
import classes from './registers.module.css';

interface ConfirmImportProps {
  registerId: string;
  registerName: string;
  found: ImportDetail;
  onClose: () => void;
}

/** The officer's word; where the version drops or changes more holders than usual it needs a reason. */
export function ConfirmImport({ registerId, registerName, found, onClose }: ConfirmImportProps) {
  const { t } = useTranslation('registers');
  const language = currentLanguage();
  const queryClient = useQueryClient();
  const needsReason = found.warnings.length > 0;
  const form = useForm<{ reason: string }>({
    initial: { reason: '' },
    validate: ({ reason }) => ({
      reason: needsReason && reason.trim() === '' ? t('fault.reason') : undefined,
    }),
    submit: async ({ reason }) => {
      const next = await confirmImport(registerId, found.id, reason);
      queryClient.setQueryData(importQuery(registerId, found.id).queryKey, next);
      onClose();
    },
  });
  const rows = formatNumber(found.rowCount, language);
  const consequence =
    found.kind === 'rollback'
      ? t('confirm.undo', { rows })
      : found.changes
        ? t('confirm.text', { rows })
        : t('confirm.first', { rows });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('confirm.title', { number: found.number, name: registerName })}
      size="lg"
    >
      <form onSubmit={form.onSubmit} noValidate className={classes.form}>
        <ErrorSummary form={form} />
        <p>{consequence}</p>
        {needsReason && (
          <>
            <ul className={classes.warnings}>
              {found.warnings.map(({ code, text }) => (
                <li key={code}>{text[language]}</li>
              ))}
            </ul>
            <TextAreaField
              {...form.field('reason')}
              label={t('field.reason')}
              hint={t('confirm.reasonHint')}
              limit={2_000}
            />
          </>
        )}
        <p>{t('confirm.checks')}</p>
        <PendingButton isPending={form.isPending}>
          {t('actions.confirm', { number: found.number })}
        </PendingButton>
      </form>
    </Dialog>
  );
}

import { Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog';
import { ErrorSummary, TextAreaField, TextField, useForm } from '../../ui/form';
import { PendingButton } from '../../ui/pending-button';
import { toast } from '../../ui/toast';
import { type Certificate, replaceCertificate, revokeCertificate } from './certificates.api';

interface CorrectionDialogProps {
  act: 'revoke' | 'replace';
  certificate: Certificate;
  onClose: () => void;
}

/** Asks for the reason, and for the end of the code typed by hand: neither act can be taken back. */
export function CorrectionDialog({ act, certificate, onClose }: CorrectionDialogProps) {
  const { t } = useTranslation('certificates');
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const ending = certificate.code.slice(-4);
  const form = useForm({
    initial: { recipientName: certificate.recipientName, reason: '', typed: '' },
    validate: ({ recipientName, reason, typed }) => ({
      recipientName: recipientName.trim() ? undefined : t('fault.recipientName'),
      reason: reason.trim() ? undefined : t('fault.reason'),
      typed: typed.trim().toUpperCase() === ending ? undefined : t('fault.typed', { ending }),
    }),
    submit: async ({ recipientName, reason }) => {
      const made =
        act === 'replace' ? await replaceCertificate(certificate.id, { recipientName, reason }) : null;
      if (act === 'revoke') await revokeCertificate(certificate.id, reason);
      await queryClient.invalidateQueries({ queryKey: ['certificates'] });
      toast.good(t(`office.${act}.done`));
      onClose();
      if (made) await navigate({ to: '/certificates/$id', params: { id: made.id } });
    },
  });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t(`office.${act}.title`, { name: certificate.recipientName })}
      size="lg"
    >
      <form onSubmit={form.onSubmit} noValidate>
        <Stack gap="lg" align="stretch">
          <p>{t(`office.${act}.text`)}</p>
          <ErrorSummary form={form} />
          {act === 'replace' && (
            <TextField
              {...form.field('recipientName')}
              label={t('field.name')}
              hint={t('office.nameHint')}
              maxLength={1_000}
            />
          )}
          <TextAreaField
            {...form.field('reason')}
            label={t('office.reason')}
            hint={t('office.reasonHint')}
            limit={1_000}
          />
          <TextField
            {...form.field('typed')}
            label={t('office.typed', { ending })}
            hint={t('office.typedHint', { code: certificate.code })}
            maxLength={8}
            width={8}
            autoComplete="off"
            spellCheck={false}
          />
          <PendingButton isPending={form.isPending} color={act === 'revoke' ? 'red' : undefined}>
            {t(`office.actions.${act}`)}
          </PendingButton>
        </Stack>
      </form>
    </Dialog>
  );
}

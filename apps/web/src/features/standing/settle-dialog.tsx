import { Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog';
import { ErrorSummary, RadioField, TextAreaField, useForm } from '../../ui/form';
import { PendingButton } from '../../ui/pending-button';
import { toast } from '../../ui/toast';
import { MemberDisclosure } from '../disclosures/member-disclosure';
import { type StandingCase, type Verdict, settle } from './standing.api';

interface SettleDialogProps {
  case: StandingCase;
  onClose: () => void;
}

/** An officer's word on a case; the member reads the reason. */
export function SettleDialog({ case: line, onClose }: SettleDialogProps) {
  const { t } = useTranslation('standing');
  const queryClient = useQueryClient();
  const form = useForm<{ verdict: string; reason: string }>({
    initial: { verdict: '', reason: '' },
    validate: ({ verdict, reason }) => ({
      verdict: verdict ? undefined : t('fault.verdict'),
      reason: reason.trim() ? undefined : t('fault.reason'),
    }),
    submit: async ({ verdict, reason }) => {
      await settle(line.id, verdict as Verdict, reason.trim());
      await queryClient.invalidateQueries({ queryKey: ['standing'] });
      toast.good(t('settled'));
      onClose();
    },
  });
  return (
    <Dialog isOpen onClose={onClose} title={t('settleOf', { name: line.fullName })} size="lg">
      <form onSubmit={form.onSubmit} noValidate>
        <Stack gap="lg" align="stretch">
          <ErrorSummary form={form} />
          <p>{t('settleText')}</p>
          {line.hasDisclosure && <MemberDisclosure caseId={line.id} />}
          <RadioField
            {...form.field('verdict')}
            label={t('field.verdict')}
            choices={line.verdicts.map((value) => ({ value, label: t(`verdict.${value}`) }))}
          />
          <TextAreaField {...form.field('reason')} label={t('field.reason')} hint={t('field.reasonHint')} />
          <PendingButton isPending={form.isPending}>{t('actions.settle')}</PendingButton>
        </Stack>
      </form>
    </Dialog>
  );
}

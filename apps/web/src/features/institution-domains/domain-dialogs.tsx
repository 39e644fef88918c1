import { Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog';
import { ErrorSummary, TextAreaField, TextField, useForm } from '../../ui/form';
import { PendingButton } from '../../ui/pending-button';
import { toast } from '../../ui/toast';
import { type InstitutionDomain, endDomain, recordDomain } from './domains.api';

/** Asks whose domain it is, who answers there, and how one knows. */
export function AddDomainDialog({ groupId, onClose }: { groupId: string; onClose: () => void }) {
  const { t } = useTranslation('institution-domains');
  const queryClient = useQueryClient();
  const form = useForm({
    initial: { institution: '', domain: '', contactEmail: '', reason: '' },
    validate: ({ institution, domain, reason }) => ({
      institution: institution.trim() ? undefined : t('fault.institution'),
      domain: domain.trim() ? undefined : t('fault.domain'),
      reason: reason.trim() ? undefined : t('fault.reason'),
    }),
    submit: async ({ institution, domain, contactEmail, reason }) => {
      await recordDomain({
        ...{ groupId, institution: institution.trim(), domain: domain.trim(), reason: reason.trim() },
        contactEmail: contactEmail.trim() || undefined,
      });
      await queryClient.invalidateQueries({ queryKey: ['institution-domains'] });
      toast.good(t('added'));
      onClose();
    },
  });
  return (
    <Dialog isOpen onClose={onClose} title={t('addTitle')}>
      <form onSubmit={form.onSubmit} noValidate>
        <Stack gap="lg" align="stretch">
          <ErrorSummary form={form} />
          <TextField
            {...form.field('institution')}
            label={t('field.institution')}
            hint={t('field.institutionHint')}
            maxLength={300}
          />
          <TextField
            {...form.field('domain')}
            label={t('field.domain')}
            hint={t('field.domainHint')}
            maxLength={253}
            spellCheck={false}
          />
          <TextField
            {...form.field('contactEmail')}
            type="email"
            label={t('field.contact')}
            hint={t('field.contactHint')}
            optional
            maxLength={254}
          />
          <TextAreaField
            {...form.field('reason')}
            label={t('field.reason')}
            hint={t('field.reasonHint')}
            limit={1_000}
          />
          <PendingButton isPending={form.isPending}>{t('actions.add')}</PendingButton>
        </Stack>
      </form>
    </Dialog>
  );
}

/** Says what follows, and asks why. */
export function EndDomainDialog({ line, onClose }: { line: InstitutionDomain; onClose: () => void }) {
  const { t } = useTranslation('institution-domains');
  const queryClient = useQueryClient();
  const form = useForm({
    initial: { reason: '' },
    validate: ({ reason }) => ({ reason: reason.trim() ? undefined : t('fault.reason') }),
    submit: async ({ reason }) => {
      await endDomain(line.id, reason.trim());
      await queryClient.invalidateQueries({ queryKey: ['institution-domains'] });
      toast.good(t('removed'));
      onClose();
    },
  });
  return (
    <Dialog isOpen onClose={onClose} title={t('endTitle', { domain: line.domain })}>
      <form onSubmit={form.onSubmit} noValidate>
        <Stack gap="lg" align="stretch">
          <p>{t('endText')}</p>
          <ErrorSummary form={form} />
          <TextAreaField {...form.field('reason')} label={t('field.reason')} limit={1_000} />
          <PendingButton isPending={form.isPending}>{t('actions.end')}</PendingButton>
        </Stack>
      </form>
    </Dialog>
  );
}

import { Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog';
import {
  CheckListField,
  ErrorSummary,
  type Faults,
  RadioField,
  TextAreaField,
  TextField,
  useForm,
} from '../../ui/form';
import { PendingButton } from '../../ui/pending-button';
import { CertificateFields } from './certificate-fields';
import { type Issuer, type NewIssuer, issuersQuery, trustIssuer } from './registers.api';
import { LONGEST_PEM, areTooMuch, signersOf } from './root-certificate';

const KINDS = ['education', 'licence', 'certification', 'experience'] as const;

interface Values {
  entry: 'issuer' | 'root';
  name: string;
  issuer: string;
  rootCertificate: string;
  /** One per line. */
  signers: string;
  kinds: string[];
  reason: string;
}

interface TrustDialogProps {
  groupId: string;
  onClose: () => void;
}

/** Asks whom to believe, by address or root certificate, for what and on what grounds. */
export function TrustDialog({ groupId, onClose }: TrustDialogProps) {
  const { t } = useTranslation('registers');
  const queryClient = useQueryClient();
  const faultsOf = useFaults();
  const form = useForm<Values>({
    initial: {
      entry: 'issuer',
      name: '',
      issuer: '',
      rootCertificate: '',
      signers: '',
      kinds: [],
      reason: '',
    },
    validate: faultsOf,
    submit: async (values) => {
      await trustIssuer(newIssuer(groupId, values));
      await queryClient.invalidateQueries({ queryKey: issuersQuery(groupId).queryKey });
      onClose();
    },
  });
  return (
    <Dialog isOpen onClose={onClose} title={t('issuers.add')} size="lg">
      <form onSubmit={form.onSubmit} noValidate>
        <Stack gap="lg" align="stretch">
          <ErrorSummary form={form} />
          <RadioField
            {...form.field('entry')}
            onChange={(entry) => form.set('entry', entry === 'root' ? 'root' : 'issuer')}
            label={t('field.entry')}
            choices={(['issuer', 'root'] as const).map((entry) => ({
              value: entry,
              label: t(`issuers.entry.${entry}`),
              hint: t(`issuers.entryHint.${entry}`),
            }))}
          />
          <TextField {...form.field('name')} label={t('field.issuerName')} maxLength={200} />
          {form.values.entry === 'root' ? (
            <CertificateFields certificate={form.field('rootCertificate')} signers={form.field('signers')} />
          ) : (
            <TextField
              {...form.field('issuer')}
              label={t('field.issuer')}
              hint={t('hint.issuer')}
              maxLength={500}
              spellCheck={false}
            />
          )}
          <CheckListField
            {...form.field('kinds')}
            label={t('field.kinds')}
            choices={KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          />
          <TextAreaField
            {...form.field('reason')}
            label={t('field.reason')}
            hint={t('hint.reason')}
            limit={1_000}
          />
          <PendingButton isPending={form.isPending}>{t('actions.trust')}</PendingButton>
        </Stack>
      </form>
    </Dialog>
  );
}

function useFaults(): (values: Values) => Faults<Values> {
  const { t } = useTranslation('registers');
  return (values) => {
    const pem = values.rootCertificate.trim();
    const isRoot = values.entry === 'root';
    return {
      name: values.name.trim() ? undefined : t('fault.name'),
      issuer: isRoot || values.issuer.trim() ? undefined : t('fault.issuer'),
      rootCertificate: isRoot && (!pem || pem.length > LONGEST_PEM) ? t('fault.rootCertificate') : undefined,
      signers: isRoot && areTooMuch(signersOf(values.signers)) ? t('fault.signers') : undefined,
      kinds: values.kinds.length > 0 ? undefined : t('fault.kinds'),
      reason: values.reason.trim() ? undefined : t('fault.reason'),
    };
  };
}

function newIssuer(groupId: string, values: Values): NewIssuer {
  return {
    groupId,
    name: values.name.trim(),
    kinds: values.kinds as Issuer['kinds'],
    reason: values.reason.trim(),
    ...(values.entry === 'root'
      ? { rootCertificate: values.rootCertificate.trim(), signers: signersOf(values.signers) }
      : { issuer: values.issuer.trim() }),
  };
}

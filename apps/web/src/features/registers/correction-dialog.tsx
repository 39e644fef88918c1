import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog';
import {
  CheckField,
  DateField,
  datePartsOf,
  ErrorSummary,
  isNoDate,
  isoDateOf,
  NO_DATE,
  SelectField,
  TextAreaField,
  TextField,
  useForm,
  type DateParts,
} from '../../ui/form';
import { PendingButton } from '../../ui/pending-button';
import { type HolderEntry, correct, holderQuery } from './registers.api';
import classes from './registers.module.css';

const STATUSES = ['active', 'expired', 'suspended', 'revoked'] as const;

interface CorrectionDialogProps {
  registerId: string;
  number: string;
  /** Null: the number is not listed. */
  entry: HolderEntry | null;
  onClose: () => void;
}

interface Values {
  isGone: boolean;
  name: string;
  birthDate: DateParts;
  profession: string;
  status: string;
  validFrom: DateParts;
  validUntil: DateParts;
  reason: string;
}

/** One holder corrected by hand, with the reason; a version of its own, which can be undone. */
export function CorrectionDialog({ registerId, number, entry, onClose }: CorrectionDialogProps) {
  const { t } = useTranslation('registers');
  const queryClient = useQueryClient();
  const form = useForm<Values>({
    initial: {
      isGone: false,
      name: entry?.name ?? '',
      birthDate: partsOf(entry?.birthDate),
      profession: entry?.profession ?? '',
      status: entry?.status ?? 'active',
      validFrom: partsOf(entry?.validFrom),
      validUntil: partsOf(entry?.validUntil),
      reason: '',
    },
    validate: ({ isGone, name, reason, ...values }) => ({
      name: isGone || name.trim() ? undefined : t('fault.holderName'),
      birthDate: isGone || isFine(values.birthDate) ? undefined : t('fault.date'),
      validFrom: isGone || isFine(values.validFrom) ? undefined : t('fault.date'),
      validUntil: isGone || isFine(values.validUntil) ? undefined : t('fault.date'),
      reason: reason.trim() ? undefined : t('fault.reason'),
    }),
    submit: async ({ isGone, ...values }) => {
      const corrected = await correct(registerId, {
        number,
        reason: values.reason.trim(),
        entry: isGone
          ? null
          : {
              name: values.name.trim(),
              profession: values.profession.trim() || null,
              status: values.status as HolderEntry['status'],
              birthDate: isoDateOf(values.birthDate),
              validFrom: isoDateOf(values.validFrom),
              validUntil: isoDateOf(values.validUntil),
            },
      });
      queryClient.setQueryData(holderQuery(registerId, number).queryKey, corrected);
      await queryClient.invalidateQueries({ queryKey: ['registers'] });
      onClose();
    },
  });
  const { isGone } = form.values;
  return (
    <Dialog isOpen onClose={onClose} title={t('correction.title', { number })} size="lg">
      <form onSubmit={form.onSubmit} noValidate className={classes.form}>
        <ErrorSummary form={form} />
        <p>{t('correction.text')}</p>
        {entry && <CheckField {...form.field('isGone')} label={t('correction.gone')} />}
        {!isGone && (
          <>
            <TextField {...form.field('name')} label={t('field.name')} maxLength={300} />
            <DateField {...form.field('birthDate')} label={t('field.birth_date')} optional />
            <TextField {...form.field('profession')} label={t('field.profession')} maxLength={300} optional />
            <SelectField
              {...form.field('status')}
              label={t('field.status')}
              empty={t('field.chooseStatus')}
              choices={STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))}
            />
            <DateField {...form.field('validFrom')} label={t('field.valid_from')} optional />
            <DateField {...form.field('validUntil')} label={t('field.valid_until')} optional />
          </>
        )}
        <TextAreaField
          {...form.field('reason')}
          label={t('field.reason')}
          hint={t('correction.hint')}
          limit={2_000}
        />
        <PendingButton isPending={form.isPending}>{t('actions.save')}</PendingButton>
      </form>
    </Dialog>
  );
}

const partsOf = (iso: string | null | undefined): DateParts => (iso ? datePartsOf(iso) : NO_DATE);
const isFine = (parts: DateParts): boolean => isNoDate(parts) || isoDateOf(parts) !== null;

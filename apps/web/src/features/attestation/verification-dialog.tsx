import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem, newIdempotencyKey } from '../../api/client';
import { Dialog } from '../../ui/dialog';
import {
  CheckField,
  DateField,
  ErrorSummary,
  NO_DATE,
  SelectField,
  TextAreaField,
  TextField,
  isoDateOf,
  useForm,
  type DateParts,
} from '../../ui/form';
import { PendingButton } from '../../ui/pending-button';
import { type UploadedFile } from '../../ui/upload/use-uploads';
import { UploadField } from '../../ui/upload/upload-field';
import { useRefresh } from './ask-dialogs';
import { type Checked, METHODS, OUTCOMES, type NewVerification, recordVerification } from './attestation.api';
import classes from './attestation.module.css';

const MOST_BYTES = 10 * 1024 * 1024;
const TYPES = ['application/pdf', 'image/jpeg', 'image/png'];

interface Values {
  method: string;
  outcome: string;
  verifiedOn: DateParts;
  spokenWith: string;
  contact: string;
  contactFoundAt: string;
  note: string;
  goesOn: boolean;
}

const EMPTY: Values = {
  method: '',
  outcome: '',
  verifiedOn: NO_DATE,
  spokenWith: '',
  contact: '',
  contactFoundAt: '',
  note: '',
  goesOn: false,
};

interface VerificationDialogProps {
  check: Checked;
  applicationId: string;
  onClose: () => void;
}

/** What an officer found out by himself: how, when, with whom, at which number, and from where the number is. */
export function VerificationDialog({ check, applicationId, onClose }: VerificationDialogProps) {
  const { t } = useTranslation('attestation');
  const [key, setKey] = useState(newIdempotencyKey);
  const [file, setFile] = useState<UploadedFile | null>(null);
  const [isWarned, setWarned] = useState(false);
  const refresh = useRefresh(applicationId);
  const form = useForm<Values>({
    initial: EMPTY,
    validate: (values) => ({
      method: values.method ? undefined : t('fault.method'),
      outcome: values.outcome ? undefined : t('fault.outcome'),
      verifiedOn: isoDateOf(values.verifiedOn) ? undefined : t('fault.date'),
      note: values.note.trim() ? undefined : t('fault.note'),
    }),
    submit: async (values) => {
      try {
        await recordVerification(check.id, bodyOf(values, file), key);
      } catch (error) {
        if (asProblem(error).code === 'verification.warned_conflict') setWarned(true);
        // Nothing was kept of a refusal: what is sent next is another request.
        setKey(newIdempotencyKey());
        throw error;
      }
      await refresh();
      onClose();
    },
  });
  const isAsked = form.values.method !== 'original_seen';
  return (
    <Dialog isOpen onClose={onClose} title={t('hand.act')} size="lg">
      <form onSubmit={form.onSubmit} noValidate className={classes.fields}>
        <ErrorSummary form={form} />
        <SelectField
          {...form.field('method')}
          label={t('hand.method')}
          empty={t('hand.choose')}
          choices={METHODS.map((value) => ({ value, label: t(`method.${value}`) }))}
        />
        <DateField {...form.field('verifiedOn')} label={t('hand.date')} />
        {isAsked && (
          <>
            <TextField {...form.field('spokenWith')} label={t('hand.spokenWith')} maxLength={300} />
            <TextField
              {...form.field('contact')}
              label={t('hand.contact')}
              hint={t('hand.contactHint')}
              maxLength={300}
            />
            <TextField
              {...form.field('contactFoundAt')}
              label={t('hand.foundAt')}
              hint={t('hand.foundAtHint')}
              maxLength={500}
            />
          </>
        )}
        <SelectField
          {...form.field('outcome')}
          label={t('hand.outcome')}
          empty={t('hand.choose')}
          choices={OUTCOMES.map((value) => ({ value, label: t(`outcome.${value}`) }))}
        />
        <TextAreaField
          {...form.field('note')}
          label={t('hand.note')}
          hint={t('hand.noteHint')}
          limit={2_000}
        />
        <UploadField
          name="evidence"
          label={t('hand.evidence')}
          optional
          isSingle
          types={TYPES}
          maxBytes={MOST_BYTES}
          path="/api/files?purpose=evidence"
          files={file ? [file] : []}
          onUploaded={setFile}
          onRemove={async () => setFile(null)}
        />
        {isWarned && <CheckField {...form.field('goesOn')} label={t('hand.goesOn')} />}
        <PendingButton isPending={form.isPending}>{t('hand.save')}</PendingButton>
      </form>
    </Dialog>
  );
}

function bodyOf(values: Values, file: UploadedFile | null): NewVerification {
  const { method, outcome, spokenWith, contact, contactFoundAt, note, goesOn } = values;
  return {
    method: method as NewVerification['method'],
    outcome: outcome as NewVerification['outcome'],
    verifiedOn: isoDateOf(values.verifiedOn) ?? '',
    note: note.trim(),
    ...(method !== 'original_seen' && { spokenWith, contact, contactFoundAt }),
    ...(file && { evidenceFileId: file.id }),
    ...(goesOn && { goesOn }),
  };
}

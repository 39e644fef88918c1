import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem, call, api } from '../../api/client';
import { DateText } from '../../ui/date-text';
import { PendingButton } from '../../ui/pending-button';
import { SummaryList } from '../../ui/summary-list';
import { UploadField } from '../../ui/upload/upload-field';
import { useProblemText } from '../../ui/use-problem-text';
import { type Credential, detachSigned } from './credentials.api';
import classes from './credentials.module.css';

interface SignedPartProps {
  credential: Credential;
  /** Typed values are saved first, so that the file fills only what is empty. */
  beforeUpload: () => Promise<void>;
  onChanged: (stored: Credential) => Promise<void>;
}

/** A signed credential to bring along: what it says is shown at once, and fills empty fields. */
export function SignedPart({ credential, beforeUpload, onChanged }: SignedPartProps) {
  const { t } = useTranslation('credentials');
  const { id, signed } = credential;
  if (signed) return <Reading credential={credential} onChanged={onChanged} />;
  const reread = async () => {
    await beforeUpload();
    await onChanged(await call<Credential>(api.GET('/api/credentials/{id}', { params: { path: { id } } })));
  };
  return (
    <details className={classes.signed}>
      <summary>{t('signed.offer')}</summary>
      <UploadField
        name={`signed-${id}`}
        label={t('signed.label')}
        hint={t('signed.hint')}
        optional
        types={SIGNED_TYPES}
        maxBytes={10_000_000}
        path={`/api/credentials/${id}/signed`}
        files={[]}
        onUploaded={() => void reread()}
        onRemove={() => Promise.resolve()}
      />
    </details>
  );
}

const SIGNED_TYPES = [
  'application/json',
  'application/ld+json',
  'application/jwt',
  'text/plain',
  'image/png',
  'image/svg+xml',
];

function Reading({ credential, onChanged }: Pick<SignedPartProps, 'credential' | 'onChanged'>) {
  const { t } = useTranslation('credentials');
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const { text } = useProblemText(error);
  const { signed, id } = credential;
  if (!signed) return null;
  const remove = async () => {
    setPending(true);
    try {
      await onChanged(await detachSigned(id));
    } catch (refusal) {
      setError(asProblem(refusal));
      setPending(false);
    }
  };
  const day = (moment: string | null) => moment && <DateText value={moment.slice(0, 10)} />;
  return (
    <div className={classes.reading}>
      <SummaryList
        title={t('signed.says')}
        rows={[
          { key: 'achievement', label: t('signed.achievement'), value: signed.achievement ?? signed.name },
          { key: 'issuer', label: t('signed.issuer'), value: signed.issuerName ?? signed.issuerId },
          { key: 'holder', label: t('signed.holder'), value: signed.holderName },
          { key: 'from', label: t('field.validFrom'), value: day(signed.validFrom) },
          { key: 'until', label: t('field.validUntil'), value: day(signed.validUntil) },
        ]}
      />
      <p className={classes.quiet}>{t('signed.later')}</p>
      {error !== null && <p role="alert">{text}</p>}
      <PendingButton
        type="button"
        variant="subtle"
        size="sm"
        isPending={isPending}
        onClick={() => void remove()}
      >
        {t('actions.detachSigned')}
      </PendingButton>
    </div>
  );
}

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session';
import { SaveState } from '../../ui/autosave/save-state';
import { useAutosave } from '../../ui/autosave/use-autosave';
import { ErrorState } from '../../ui/error-state';
import { ErrorSummary, useForm } from '../../ui/form';
import { LoadingState } from '../../ui/loading-state';
import { PendingButton } from '../../ui/pending-button';
import { toast } from '../../ui/toast';
import { ReuseFiles } from '../../ui/upload/reuse-files';
import { UploadField } from '../../ui/upload/upload-field';
import type { Task } from '../apply/apply.api';
import { ClaimFields } from './claim-fields';
import { type ClaimValues, claimGaps, claimOf, valuesOf } from './claim-form';
import {
  type Credential,
  amend,
  attachEvidence,
  credentialQuery,
  detachEvidence,
  uploadsQuery,
} from './credentials.api';
import classes from './credentials.module.css';
import { SignedPart } from './signed-part';

interface CredentialEditorProps {
  credentialId: string;
  /** What is suggested, and whether evidence is asked for. */
  requirement: Pick<Task['requirement'], 'fields' | 'evidence'>;
  /** Its number where there are several; null for the only one. */
  place: number | null;
  /** The words of the form's own act, and what it does with the checked values. */
  verb: string;
  onSubmit: (values: ClaimValues) => Promise<void>;
  /** After each change that is stored. */
  onStored?: () => void;
  /** The act ends the work on it, and is no saving in between. */
  isFinal?: boolean;
  /** Another act beside it, such as discarding. */
  beside?: ReactNode;
}

/** One credential to fill in: signed file, claim, evidence. */
export function CredentialEditor(props: CredentialEditorProps) {
  const [round, setRound] = useState(0);
  // Autosave rests on the version of what it was opened with: no form before the newest is there.
  const { data, error, isFetchedAfterMount, refetch } = useQuery({
    ...credentialQuery(props.credentialId),
    refetchOnMount: 'always',
    refetchOnWindowFocus: false,
  });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data || !isFetchedAfterMount) return <LoadingState lines={8} />;
  return <Editor key={round} {...props} credential={data} onReread={() => setRound(round + 1)} />;
}

interface EditorProps extends CredentialEditorProps {
  credential: Credential;
  /** Something outside the fields changed the claim: begin again with what is stored. */
  onReread: () => void;
}

function Editor({
  credential,
  requirement,
  place,
  verb,
  onSubmit,
  onStored,
  isFinal = false,
  beside,
  onReread,
}: EditorProps) {
  const { t } = useTranslation('credentials');
  const queryClient = useQueryClient();
  const session = useSession();
  const { id, kind } = credential;
  const query = credentialQuery(id);
  const keep = (stored: Credential) => {
    queryClient.setQueryData(query.queryKey, stored);
    onStored?.();
  };
  const form = useForm<ClaimValues>({
    initial: valuesOf(credential.claim),
    validate: (values) =>
      Object.fromEntries(claimGaps(kind, values).map((name) => [name, t(`fault.${name}`)])),
    submit: async (values) => {
      await autosave.flush();
      await onSubmit(values);
    },
  });
  const autosave = useAutosave({
    key: `credential-${id}-${session?.person.id ?? ''}`,
    value: form.values,
    version: credential.version,
    save: async (values, version) => {
      const stored = await amend(id, version, claimOf(values));
      keep(stored);
      return { version: stored.version };
    },
    onRestore: form.replace,
  });
  const { data: uploads } = useQuery(uploadsQuery);
  const isHere = (fileId: string) => credential.evidence.some((file) => file.id === fileId);
  const attach = (file: { id: string }) => {
    void attachEvidence(id, file.id).then(keep, toastProblem);
    void queryClient.invalidateQueries({ queryKey: uploadsQuery.queryKey });
  };
  const takeTheirs = async () => {
    const stored = await queryClient.fetchQuery({ ...query, staleTime: 0 });
    form.replace(valuesOf(stored.claim));
    return stored.version;
  };
  return (
    <section
      className={classes.credential}
      aria-label={place === null ? undefined : t('numbered', { place })}
    >
      {place !== null && <h2>{t('numbered', { place })}</h2>}
      <SignedPart
        credential={credential}
        beforeUpload={autosave.flush}
        onChanged={async (stored) => {
          keep(stored);
          onReread();
        }}
      />
      <form onSubmit={form.onSubmit} noValidate>
        <ErrorSummary form={form} />
        <ClaimFields form={form} kind={kind} requirement={requirement} />
        <UploadField
          name={`evidence-${id}`}
          label={t('evidence.label')}
          hint={t(`evidence.${kind}`)}
          optional={requirement.evidence !== 'required'}
          types={['application/pdf', 'image/jpeg', 'image/png']}
          maxBytes={10_000_000}
          path="/api/files?purpose=evidence"
          files={credential.evidence}
          hrefOf={(file) => `/api/files/${file.id}`}
          onUploaded={attach}
          onRemove={(file) => detachEvidence(id, file.id).then(keep)}
        />
        <ReuseFiles
          files={(uploads ?? []).filter((file) => file.purpose === 'evidence' && !isHere(file.id))}
          onChoose={attach}
        />
        <SaveState autosave={autosave} onTakeTheirs={takeTheirs} />
        <div className={classes.acts}>
          <PendingButton isPending={form.isPending} variant={isFinal ? 'filled' : 'default'}>
            {verb}
          </PendingButton>
          {beside}
        </div>
      </form>
    </section>
  );

  function toastProblem() {
    toast.bad(t('evidence.failed'));
  }
}

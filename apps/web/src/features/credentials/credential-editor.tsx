import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session';
import { SaveState } from '../../ui/autosave/save-state';
import { useAutosave } from '../../ui/autosave/use-autosave';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { ErrorState } from '../../ui/error-state';
import { ErrorSummary, useForm } from '../../ui/form';
import { LoadingState } from '../../ui/loading-state';
import { PendingButton } from '../../ui/pending-button';
import { toast } from '../../ui/toast';
import { ReuseFiles } from '../../ui/upload/reuse-files';
import { UploadField } from '../../ui/upload/upload-field';
import { type Task, applicationQuery } from '../apply/apply.api';
import { ClaimFields } from './claim-fields';
import { type ClaimValues, claimGaps, claimOf, valuesOf } from './claim-form';
import {
  type Credential,
  amend,
  attachEvidence,
  credentialQuery,
  detachEvidence,
  discard,
  uploadsQuery,
} from './credentials.api';
import classes from './credentials.module.css';
import { SignedPart } from './signed-part';

interface CredentialEditorProps {
  credentialId: string;
  applicationId: string;
  requirement: Task['requirement'];
  /** Its number where there are several; null for the only one. */
  place: number | null;
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

function Editor({ credential, applicationId, requirement, place, onReread }: EditorProps) {
  const { t } = useTranslation('credentials');
  const queryClient = useQueryClient();
  const session = useSession();
  const { id, kind } = credential;
  const query = credentialQuery(id);
  const keep = (stored: Credential) => {
    queryClient.setQueryData(query.queryKey, stored);
    void queryClient.invalidateQueries({ queryKey: applicationQuery(applicationId).queryKey });
  };
  const form = useForm<ClaimValues>({
    initial: valuesOf(credential.claim),
    validate: (values) =>
      Object.fromEntries(claimGaps(kind, values).map((name) => [name, t(`fault.${name}`)])),
    submit: async () => {
      await autosave.flush();
      toast.good(t('saved'));
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
          <PendingButton isPending={form.isPending} variant="default">
            {t('actions.save')}
          </PendingButton>
          <DiscardButton credentialId={id} applicationId={applicationId} requirementId={requirement.id} />
        </div>
      </form>
    </section>
  );

  function toastProblem() {
    toast.bad(t('evidence.failed'));
  }
}

interface DiscardProps {
  credentialId: string;
  applicationId: string;
  requirementId: string;
}

function DiscardButton({ credentialId, applicationId, requirementId }: DiscardProps) {
  const { t } = useTranslation('credentials');
  const queryClient = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button variant="subtle" color="red" onClick={() => setAsking(true)}>
        {t('actions.discard')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('discard.title')}
        verb={t('actions.discard')}
        isDangerous
        onClose={() => setAsking(false)}
        onConfirm={async () => {
          await discard(applicationId, requirementId, credentialId);
          await queryClient.invalidateQueries({ queryKey: applicationQuery(applicationId).queryKey });
        }}
      >
        {t('discard.text')}
      </ConfirmDialog>
    </>
  );
}

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { useSession } from '../../app/session';
import { ErrorState } from '../../ui/error-state';
import { LinkButton } from '../../ui/links';
import { LoadingState } from '../../ui/loading-state';
import { PageTitle } from '../../ui/page-title';
import { PendingButton } from '../../ui/pending-button';
import { toast } from '../../ui/toast';
import { type Task, applicationQuery } from '../apply/apply.api';
import { CredentialEditor } from './credential-editor';
import { CredentialSummary } from './credential-summary';
import { type Kind, begin } from './credentials.api';
import classes from './credentials.module.css';
import { DiscardButton } from './discard-button';

const route = getRouteApi('/applications/$applicationId/credentials/$requirementId');

/** One requirement that a credential answers: education, licence or work. */
export function CredentialPage() {
  const { t } = useTranslation('credentials');
  const { applicationId, requirementId } = route.useParams();
  const { data, error, refetch } = useQuery(applicationQuery(applicationId));
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} asPage />;
  if (!data) return <LoadingState lines={8} />;
  const task = data.tasks.find(({ requirement }) => requirement.id === requirementId);
  if (!task) return <PageTitle title={t('unknown')} />;
  return <RequirementCredentials applicationId={applicationId} task={task} />;
}

function RequirementCredentials({ applicationId, task }: { applicationId: string; task: Task }) {
  const { t } = useTranslation('credentials');
  const { requirement, credentials } = task;
  const language = currentLanguage();
  const queryClient = useQueryClient();
  const kind = requirement.kind as Kind;
  const isFirst = credentials.length === 0;
  return (
    <div className={classes.page}>
      <PageTitle title={requirement.title[language]} lead={requirement.hint[language]} />
      {task.note && (
        <p className={classes.note}>
          <strong>{t('note')}</strong> {task.note}
        </p>
      )}
      {!task.open && <p className={classes.note}>{t('closed')}</p>}
      {isFirst && task.open && <Prepare kind={kind} />}
      {credentials.map(({ credentialId }, place) =>
        task.open ? (
          <CredentialEditor
            key={credentialId}
            credentialId={credentialId}
            requirement={requirement}
            place={credentials.length > 1 ? place + 1 : null}
            verb={t('actions.save')}
            onSubmit={async () => toast.good(t('saved'))}
            onStored={() =>
              void queryClient.invalidateQueries({ queryKey: applicationQuery(applicationId).queryKey })
            }
            beside={
              <DiscardButton
                credentialId={credentialId}
                applicationId={applicationId}
                requirementId={requirement.id}
              />
            }
          />
        ) : (
          <CredentialSummary key={credentialId} credentialId={credentialId} />
        ),
      )}
      <div className={classes.acts}>
        {task.open && <BeginButton applicationId={applicationId} task={task} isFirst={isFirst} />}
        <LinkButton
          to="/applications/$applicationId"
          params={{ applicationId }}
          variant={isFirst || !task.open ? 'default' : 'filled'}
        >
          {t('actions.back')}
        </LinkButton>
      </div>
    </div>
  );
}

function Prepare({ kind }: { kind: Kind }) {
  const { t } = useTranslation('credentials');
  return (
    <div className={classes.prepare}>
      <p>{t('prepare.lead')}</p>
      <ul>
        {(['one', 'two', 'three'] as const).map((line) => (
          <li key={line}>{t(`prepare.${kind}.${line}`)}</li>
        ))}
      </ul>
    </div>
  );
}

interface BeginProps {
  applicationId: string;
  task: Task;
  isFirst: boolean;
}

function BeginButton({ applicationId, task, isFirst }: BeginProps) {
  const { t } = useTranslation('credentials');
  const session = useSession();
  const queryClient = useQueryClient();
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const { requirement } = task;
  const start = async () => {
    setPending(true);
    setError(null);
    try {
      await begin(applicationId, requirement.id, {
        kind: requirement.kind as Kind,
        holderName: session?.person.fullName ?? '',
        authority: requirement.authority,
        profession: requirement.profession,
      });
      await queryClient.invalidateQueries(applicationQuery(applicationId));
    } catch (refusal) {
      setError(refusal);
    } finally {
      setPending(false);
    }
  };
  return (
    <>
      {error !== null && <ErrorState error={error} />}
      <PendingButton
        type="button"
        variant={isFirst ? 'filled' : 'default'}
        isPending={isPending}
        onClick={() => void start()}
      >
        {isFirst ? t('actions.begin') : t('actions.another')}
      </PendingButton>
    </>
  );
}

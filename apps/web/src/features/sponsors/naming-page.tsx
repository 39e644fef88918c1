import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../ui/error-state';
import { ErrorSummary, TextField, useForm } from '../../ui/form';
import { TextLink } from '../../ui/links';
import { LoadingState } from '../../ui/loading-state';
import { PageTitle } from '../../ui/page-title';
import { PendingButton } from '../../ui/pending-button';
import { toast } from '../../ui/toast';
import { type Task, applicationQuery } from '../apply/apply.api';
import { useText } from '../apply/use-text';
import { NamedList } from './named-list';
import { nameSponsor } from './sponsors.api';
import classes from './sponsors.module.css';

const route = getRouteApi('/applications/$applicationId/sponsors/$requirementId');
const OPEN = ['draft', 'submitted', 'returned'];

/** The applicant names members who shall vouch for them, and sees what became of each. */
export function NamingPage() {
  const { applicationId, requirementId } = route.useParams();
  const { t } = useTranslation('sponsors');
  const { data, error, refetch } = useQuery(applicationQuery(applicationId));
  if (error && !data) return <ErrorState asPage error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState lines={6} />;
  const task = data.tasks.find(({ requirement }) => requirement.id === requirementId);
  const isOpen = OPEN.includes(data.state) && task?.requirement.kind === 'sponsor';
  return (
    <div className={classes.reading}>
      {task ? (
        <Naming applicationId={applicationId} task={task} isOpen={isOpen} />
      ) : (
        <PageTitle title={t('gone')} />
      )}
      <TextLink to="/applications/$applicationId" params={{ applicationId }}>
        {t('actions.back')}
      </TextLink>
    </div>
  );
}

function Naming({ applicationId, task, isOpen }: { applicationId: string; task: Task; isOpen: boolean }) {
  const { t } = useTranslation('sponsors');
  const { said } = useText();
  const { requirement } = task;
  return (
    <>
      <PageTitle title={said(requirement.title)} lead={said(requirement.hint)} />
      {task.note !== null && <p className={classes.note}>{task.note}</p>}
      <div role="status">
        {task.reasons.map((reason) => (
          <p key={reason.code}>{said(reason.text)}</p>
        ))}
      </div>
      <NamedList applicationId={applicationId} requirementId={requirement.id} isOpen={isOpen} />
      {isOpen && <NameForm applicationId={applicationId} requirement={requirement} />}
      {isOpen && (
        <p className={classes.quiet}>{t('private', { count: requirement.answerDays ?? USUAL_DAYS })}</p>
      )}
    </>
  );
}

const USUAL_DAYS = 14;

function NameForm({
  applicationId,
  requirement,
}: {
  applicationId: string;
  requirement: Task['requirement'];
}) {
  const { t } = useTranslation('sponsors');
  const queryClient = useQueryClient();
  const form = useForm<{ named: string }>({
    initial: { named: '' },
    validate: ({ named }) => ({ named: named.trim() ? undefined : t('fault.named') }),
    submit: async ({ named }) => {
      await nameSponsor(applicationId, requirement.id, named.trim());
      form.replace({ named: '' });
      toast.good(t('asked'));
      await queryClient.invalidateQueries({ queryKey: applicationQuery(applicationId).queryKey });
    },
  });
  return (
    <form onSubmit={form.onSubmit} noValidate>
      <ErrorSummary form={form} />
      <TextField
        {...form.field('named')}
        label={t('field.named')}
        hint={t('field.namedHint')}
        autoComplete="off"
        spellCheck={false}
        maxLength={254}
      />
      <PendingButton isPending={form.isPending} mt="lg">
        {t('actions.ask')}
      </PendingButton>
    </form>
  );
}

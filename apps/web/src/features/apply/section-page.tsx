import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { SaveState } from '../../ui/autosave/save-state';
import { ErrorState } from '../../ui/error-state';
import { ErrorSummary, type Form, useForm } from '../../ui/form';
import { TextLink } from '../../ui/links';
import { LoadingState } from '../../ui/loading-state';
import { PageTitle } from '../../ui/page-title';
import { PendingButton } from '../../ui/pending-button';
import { type Answer, type Task, applicationQuery, saveSection } from './apply.api';
import classes from './apply.module.css';
import { Conflict } from './conflict';
import { type SectionValues, answerOf, hoursOf, valuesOf } from './section-answer';
import { SectionFields, useAnswerRows } from './section-fields';
import { useSection } from './use-section';
import { useText } from './use-text';

const route = getRouteApi('/applications/$applicationId/sections/$requirementId');

/** One section per page: interest, availability, commitment. */
export function SectionPage() {
  const { applicationId, requirementId } = route.useParams();
  const { data, error, isFetchedAfterMount, refetch } = useQuery({
    ...applicationQuery(applicationId),
    refetchOnMount: 'always',
  });
  const { t } = useTranslation('apply');
  if (error) return <ErrorState asPage error={error} onRetry={() => void refetch()} />;
  if (!data || !isFetchedAfterMount) return <LoadingState lines={6} />;
  const task = data.tasks.find(({ requirement }) => requirement.id === requirementId);
  if (!task?.open) {
    return (
      <>
        <PageTitle title={t('section.closed')} lead={t('section.closedText')} />
        <BackLink applicationId={applicationId} />
      </>
    );
  }
  return <SectionForm key={requirementId} applicationId={applicationId} task={task} />;
}

function SectionForm({ applicationId, task }: { applicationId: string; task: Task }) {
  const { t } = useTranslation('apply');
  const { said } = useText();
  const { requirement } = task;
  const form: Form<SectionValues> = useForm({
    initial: valuesOf(task.answer?.value),
    validate: useFaults(task),
    submit: () => finish(),
  });
  const { autosave, finish } = useSection<Answer>({
    applicationId,
    part: requirement.id,
    value: answerOf(requirement.kind, form.values),
    version: task.answer?.version ?? 0,
    save: (value, version) => saveSection(applicationId, requirement.id, version, value),
    onRestore: (answer) => form.replace(valuesOf(answer)),
  });
  const stored = (autosave.problem?.body['current'] ?? null) as { version: number; value: Answer } | null;
  const rows = useAnswerRows(requirement);
  const saveState = (
    <SaveState
      autosave={autosave}
      onTakeTheirs={() => {
        form.replace(valuesOf(stored?.value));
        return Promise.resolve(stored?.version ?? 0);
      }}
    />
  );
  return (
    <div className={classes.reading}>
      <PageTitle
        title={said(requirement.title)}
        lead={said(requirement.hint)}
        hasError={form.faults.length > 0}
      />
      {task.note !== null && <p className={classes.note}>{t('section.note', { note: task.note })}</p>}
      <form onSubmit={form.onSubmit} noValidate>
        <ErrorSummary form={form} />
        <SectionFields form={form} requirement={requirement} />
        {autosave.status === 'conflict' && stored ? (
          <Conflict rows={pair(rows(form.values), rows(valuesOf(stored.value)))}>{saveState}</Conflict>
        ) : (
          saveState
        )}
        <div className={classes.acts}>
          <PendingButton isPending={form.isPending}>{t('actions.saveSection')}</PendingButton>
          <BackLink applicationId={applicationId} />
        </div>
      </form>
    </div>
  );
}

type Row = { key: string; label: string; value: string };

function pair(mine: Row[], stored: Row[]) {
  return mine.map(({ key, label, value }, place) => ({
    ...{ key, label, mine: value },
    stored: stored[place]?.value ?? '',
  }));
}

function useFaults({ requirement }: Task) {
  const { t } = useTranslation('apply');
  return (values: SectionValues) => {
    switch (requirement.kind) {
      case 'interest':
        return { chosen: values.chosen.length > 0 ? undefined : t('fault.choose') };
      case 'availability':
        return {
          hours: hoursOf(values.hours) ? undefined : t('fault.hours'),
          days: values.days.length > 0 ? undefined : t('fault.days'),
        };
      default:
        return { accepted: values.accepted ? undefined : t('fault.accept') };
    }
  };
}

/** Back to the task list; what was typed is saved already. */
export function BackLink({ applicationId }: { applicationId: string }) {
  const { t } = useTranslation('apply');
  return (
    <TextLink to="/applications/$applicationId" params={{ applicationId }}>
      {t('actions.back')}
    </TextLink>
  );
}

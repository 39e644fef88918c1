import { useTranslation } from 'react-i18next';
import { SummaryList } from '../../ui/summary-list';
import type { Application, Task } from './apply.api';
import { SponsorSummary } from '../sponsors/sponsor-summary';
import { valuesOf } from './section-answer';
import { useAnswerRows } from './section-fields';
import { needsCredential, taskPath } from './task-status';
import { useDetailRows } from './use-detail-rows';
import { useText } from './use-text';

/** All that will be sent, grouped as it was asked, each row with its way to change it. */
export function AnswersSummary({ application }: { application: Application }) {
  const { t } = useTranslation('apply');
  const rows = useDetailRows();
  const changeTo = application.details.open ? `/applications/${application.id}/details` : undefined;
  return (
    <>
      <SummaryList
        title={t('details.title')}
        rows={rows(application.details).map((row) => ({ ...row, changeTo }))}
      />
      {application.tasks
        .filter(({ requirement }) => requirement.kind !== 'ethics')
        .map((task) => (
          <TaskSummary key={task.requirement.id} applicationId={application.id} task={task} />
        ))}
    </>
  );
}

function TaskSummary({ applicationId, task }: { applicationId: string; task: Task }) {
  const { t } = useTranslation('apply');
  const { said } = useText();
  const answerRows = useAnswerRows(task.requirement);
  const changeTo = task.open ? taskPath(applicationId, task) : undefined;
  const title = said(task.requirement.title);
  if (task.requirement.kind === 'sponsor') {
    const { id } = task.requirement;
    return (
      <SponsorSummary
        {...{ applicationId, title }}
        requirementId={id}
        changeTo={taskPath(applicationId, task)}
      />
    );
  }
  if (task.requirement.kind === 'disclosure') {
    // What was answered is sealed; the page where it is answered opens it.
    const rows = task.reasons.map((reason) => ({
      key: reason.code,
      label: said(reason.text),
      value: '',
      changeTo,
    }));
    return <SummaryList title={title} rows={rows} />;
  }
  if (!needsCredential(task)) {
    const rows = answerRows(valuesOf(task.answer?.value));
    return <SummaryList title={title} rows={rows.map((row) => ({ ...row, changeTo }))} />;
  }
  const rows = task.credentials.map((credential) => ({
    key: credential.credentialId,
    label: t(`credential.${credential.kind}`),
    value: (
      <>
        {[credential.title, credential.institution, credential.authority, credential.number]
          .filter(Boolean)
          .join(' · ')}
        <br />
        {t('credential.files', { count: credential.evidenceCount })}
      </>
    ),
    changeTo,
  }));
  const none = [{ key: 'none', label: title, value: '', changeTo }];
  return <SummaryList title={title} rows={rows.length > 0 ? rows : none} />;
}

import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../ui/links';
import { PageTitle } from '../../ui/page-title';
import { type Task as TaskRow, TaskList } from '../../ui/task-list';
import type { Application, Task } from './apply.api';
import classes from './apply.module.css';
import { CorrectionNotes } from './correction-notes';
import { detailsStatus, isOpen, progress, taskPath, taskStatus } from './task-status';
import { useText } from './use-text';
import { Withdrawal } from './withdrawal';

/** What is asked, what is done, and what is left; in any order. */
export function TaskListView({ application }: { application: Application }) {
  const { t } = useTranslation('apply');
  const { pick } = useText();
  const rows = useRows(application);
  const { done, all } = progress(application);
  return (
    <div className={classes.reading}>
      <PageTitle
        above={application.reference}
        title={t('tasks.title', { group: pick(application.groupNameId, application.groupNameEn) })}
        lead={pick(application.gradeNameId, application.gradeNameEn)}
      />
      {application.state === 'returned' ? (
        <CorrectionNotes application={application} />
      ) : (
        <p>{t('tasks.progress', { done, all })}</p>
      )}
      <TaskList label={t('tasks.label')} tasks={rows} />
      <p className={classes.quiet}>{t('tasks.saved')}</p>
      <div className={classes.acts}>
        <LinkButton
          size="md"
          to="/applications/$applicationId/check"
          params={{ applicationId: application.id }}
        >
          {t('actions.check')}
        </LinkButton>
        <Withdrawal application={application} />
      </div>
    </div>
  );
}

function useRows(application: Application): TaskRow[] {
  const { t } = useTranslation('apply');
  const { said } = useText();
  const hintOf = (task: Task): string | undefined => {
    if (task.note !== null) return task.note;
    if (taskStatus(task) === 'problem') return task.reasons.map((reason) => said(reason.text)).join(' ');
    return task.requirement.kind === 'ethics' ? said(task.reasons[0]?.text ?? null) : undefined;
  };
  return [
    {
      key: 'details',
      title: t('details.title'),
      hint: application.details.note ?? undefined,
      status: detailsStatus(application.details),
      to: application.details.open ? `/applications/${application.id}/details` : undefined,
    },
    ...application.tasks.map((task) => ({
      key: task.requirement.id,
      title: said(task.requirement.title),
      hint: hintOf(task),
      status: taskStatus(task),
      to: isOpen(application, task) ? taskPath(application.id, task) : undefined,
    })),
  ];
}

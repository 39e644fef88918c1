import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { DateText } from '../../ui/date-text';
import { LinkButton } from '../../ui/links';
import { StatusTag } from '../../ui/status-tag';
import { type Task, tasksQuery } from './standing.api';
import classes from './standing.module.css';

/** What waits for a member: a code to acknowledge, a credential that ends, something an officer looks at. Nothing when nothing does. */
export function Tasks() {
  const { t } = useTranslation('standing');
  const { data } = useQuery(tasksQuery);
  if (!data || data.length === 0) return null;
  return (
    <section className={classes.tasks} aria-labelledby="tasks">
      <h2 id="tasks">{t('task.title')}</h2>
      <ul>
        {data.map((task, place) => (
          <li key={`${task.kind}-${place}`}>
            <TaskLine task={task} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function TaskLine({ task }: { task: Task }) {
  const { t } = useTranslation('standing');
  const group = currentLanguage() === 'id' ? task.groupNameId : task.groupNameEn;
  const credential = task.credentialKind
    ? `${t(`kind.${task.credentialKind}`)} ${task.credential ?? ''}`.trim()
    : t('kind.code');
  return (
    <>
      <div>
        <strong>
          {t(`task.${task.kind}`, { credential, edition: task.edition, name: task.applicantName })}
        </strong>
        <span className={classes.under}>{group}</span>
        {task.dueOn && (
          <p>
            <StatusTag tone={task.isLate ? 'bad' : 'warn'}>
              {task.isLate ? t('task.late') : t('task.due')}
            </StatusTag>{' '}
            <DateText value={task.dueOn} />
          </p>
        )}
        {task.kind !== 'acknowledgement' && (
          <p>{task.isBeingRenewed ? t('task.renewing') : t(`task.${task.kind}Text`)}</p>
        )}
      </div>
      {task.kind === 'sponsorship' && <LinkButton to="/sponsorships">{t('actions.answer')}</LinkButton>}
      {task.kind === 'acknowledgement' && task.groupId && (
        <LinkButton to="/groups/$groupId/code" params={{ groupId: task.groupId }}>
          {t('actions.read')}
        </LinkButton>
      )}
      {task.kind === 'expiry' && (
        <LinkButton to="/credentials" variant={task.isBeingRenewed ? 'default' : 'filled'}>
          {t(task.isBeingRenewed ? 'actions.seeCredential' : 'actions.renew')}
        </LinkButton>
      )}
    </>
  );
}

import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { StatusTag } from './status-tag';
import classes from './task-list.module.css';

export type TaskStatus = 'not-started' | 'in-progress' | 'done' | 'cannot-start' | 'problem';

/** One section of a long form. */
export interface Task {
  key: string;
  title: string;
  hint?: string;
  status: TaskStatus;
  /** Where it is filled in; a task that cannot start has no link. */
  to?: string;
}

interface TaskListProps {
  /** Names the list for screen readers when no heading does. */
  label: string;
  tasks: Task[];
}

/** Sections with their status; the whole row is the link (UX 2). Done is plain text, colour is for what needs action. */
export function TaskList({ label, tasks }: TaskListProps) {
  return (
    <ul className={classes.list} aria-label={label}>
      {tasks.map((task) => (
        <TaskRow key={task.key} task={task} />
      ))}
    </ul>
  );
}

function TaskRow({ task }: { task: Task }) {
  const { t } = useTranslation('ui');
  const isOpen = task.to !== undefined && task.status !== 'cannot-start';
  const id = `task-${task.key}`;
  const word = t(`task.${task.status}`);
  return (
    <li className={classes.row} data-open={isOpen || undefined}>
      <div>
        {isOpen ? (
          <Link to={task.to as string} className={classes.link} aria-describedby={`${id}-status`}>
            {task.title}
          </Link>
        ) : (
          <span>{task.title}</span>
        )}
        {task.hint && <p className={classes.hint}>{task.hint}</p>}
      </div>
      <span id={`${id}-status`} className={classes.status} data-status={task.status}>
        {task.status === 'problem' && <StatusTag tone="bad">{word}</StatusTag>}
        {task.status === 'in-progress' && <StatusTag tone="info">{word}</StatusTag>}
        {task.status !== 'problem' && task.status !== 'in-progress' && word}
      </span>
    </li>
  );
}

import { IconFolderOpen, IconLock, IconSearchOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './empty-state.module.css';

interface EmptyStateProps {
  /** Nothing is there yet; a filter matches nothing; the person may not see it. */
  kind: 'nothing-yet' | 'no-match' | 'no-permission';
  title: string;
  /** What it is; which filter to drop; whom to ask. */
  text: ReactNode;
  /** The first act, or clearing the filters. */
  action?: ReactNode;
}

const ICON = { 'nothing-yet': IconFolderOpen, 'no-match': IconSearchOff, 'no-permission': IconLock };

/** In place of a list that has nothing to show, saying why and what to do. */
export function EmptyState({ kind, title, text, action }: EmptyStateProps) {
  const Icon = ICON[kind];
  return (
    <div className={classes.empty} role="status">
      <Icon size={32} stroke={1.5} aria-hidden />
      <div>
        <p className={classes.title}>{title}</p>
        <p className={classes.text}>{text}</p>
        {action}
      </div>
    </div>
  );
}

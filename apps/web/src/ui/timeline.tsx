import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DateTimeText } from './date-text';
import classes from './timeline.module.css';

/** One thing that happened. */
export interface TimelineEntry {
  key: string;
  title: string;
  /** ISO 8601 instant. */
  at: string;
  /** Who did it; nothing for the system. */
  by?: string;
  text?: ReactNode;
  /** A note that the applicant does not see; says so. */
  isInternal?: boolean;
}

interface TimelineProps {
  label: string;
  /** Newest first, as the API gives them. */
  entries: TimelineEntry[];
}

/** History with exact times and their zone. */
export function Timeline({ label, entries }: TimelineProps) {
  const { t } = useTranslation('ui');
  return (
    <ol className={classes.timeline} aria-label={label}>
      {entries.map((entry) => (
        <li key={entry.key} data-internal={entry.isInternal || undefined}>
          <p className={classes.title}>{entry.title}</p>
          <p className={classes.when}>
            <DateTimeText value={entry.at} />
            {entry.by && <> · {entry.by}</>}
          </p>
          {entry.isInternal && <p className={classes.internal}>{t('timeline.internal')}</p>}
          {entry.text && <div className={classes.text}>{entry.text}</div>}
        </li>
      ))}
    </ol>
  );
}

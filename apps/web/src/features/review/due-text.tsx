import { useTranslation } from 'react-i18next';
import { DateText } from '../../ui/date-text';
import { StatusTag } from '../../ui/status-tag';
import type { QueueLine } from './review.api';
import classes from './review.module.css';

/** Until when a case is due, by word and not by colour alone; or that the clock stands. */
export function DueText({ line }: { line: Pick<QueueLine, 'dueOn' | 'daysLeft' | 'isOverdue'> }) {
  const { t } = useTranslation('review');
  if (line.dueOn === null) {
    if (line.daysLeft === null) return <span className={classes.nobody}>–</span>;
    const words = line.daysLeft < 0 ? t('due.stoodLate') : t('due.left', { count: line.daysLeft });
    return (
      <span className={classes.due}>
        {t('due.stands')}
        <span className={classes.under}>{words}</span>
      </span>
    );
  }
  return (
    <span className={classes.due}>
      <DateText value={line.dueOn} style="short" />
      {line.isOverdue && <StatusTag tone="bad">{t('due.overdue')}</StatusTag>}
    </span>
  );
}

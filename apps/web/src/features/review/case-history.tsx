import { useTranslation } from 'react-i18next';
import { Timeline } from '../../ui/timeline';
import type { Case } from './review.api';
import classes from './review.module.css';

const KNOWN = [
  'application.submitted',
  'application.returned',
  'application.assigned',
  'application.released',
  'application.conflict_declared',
  'application.vote_cast',
  'application.appealed',
  'application.rule_changed',
  'application.approved',
  'application.rejected',
  'application.withdrawn',
  'application.escalated',
  'application.note_pinned',
  'application.note_resolved',
  'application.note_reopened',
  'checks.requested',
];

/** Everything that happened to the case, newest first. */
export function CaseHistory({ shown }: { shown: Case }) {
  const { t } = useTranslation('review');
  if (shown.history.length === 0) return null;
  return (
    <section className={classes.part}>
      <h2>{t('case.history')}</h2>
      <Timeline
        label={t('case.history')}
        entries={shown.history.map((line) => ({
          key: line.id,
          title: t(`history.${wordsOf(line.action)}`),
          at: line.at,
          by: line.actorLabel,
          text: line.reason ?? undefined,
        }))}
      />
    </section>
  );
}

function wordsOf(action: string): string {
  return KNOWN.includes(action) ? action.replace('.', '_') : 'other';
}

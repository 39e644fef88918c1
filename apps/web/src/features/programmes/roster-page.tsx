import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { LinkButton } from '../../ui/links';
import { LoadingState } from '../../ui/loading-state';
import { PageTitle } from '../../ui/page-title';
import { StatusTag } from '../../ui/status-tag';
import { type RosterLine, activityQuery, rosterQuery } from './programmes.api';
import classes from './credits.module.css';
import { usePair } from './use-text';

const route = getRouteApi('/activities/$id/roster');

/** Who has a place, who waits in which turn, and who came to how many sessions. */
export function RosterPage() {
  const { t } = useTranslation('programmes');
  const { pick } = usePair();
  const { id } = route.useParams();
  const activity = useQuery(activityQuery(id));
  const roster = useQuery(rosterQuery(id));
  const error = activity.error ?? roster.error;
  if (error) return <ErrorState error={error} asPage />;
  if (!activity.data || !roster.data) return <LoadingState lines={8} />;
  const seated = roster.data.filter((line) => line.state === 'confirmed');
  const waiting = roster.data.filter((line) => line.state === 'waitlisted');
  return (
    <>
      <PageTitle
        above={pick(activity.data.titleId, activity.data.titleEn)}
        title={t('roster.title')}
        lead={t('roster.counts', { seated: seated.length, waiting: waiting.length })}
        actions={
          <LinkButton to="/activities/$id/check-in" params={{ id }}>
            {t('activity.actions.checkIn')}
          </LinkButton>
        }
      />
      {roster.data.length === 0 && (
        <EmptyState kind="nothing-yet" title={t('roster.nothing')} text={t('roster.nothingText')} />
      )}
      {seated.length > 0 && (
        <People title={t('roster.seated')} lines={seated} sessions={activity.data.sessions.length} />
      )}
      {waiting.length > 0 && (
        <People title={t('roster.waiting')} lines={waiting} sessions={activity.data.sessions.length} />
      )}
    </>
  );
}

function People({ title, lines, sessions }: { title: string; lines: RosterLine[]; sessions: number }) {
  const { t } = useTranslation('programmes');
  return (
    <section>
      <h2>{title}</h2>
      <ol className={classes.ledger}>
        {lines.map((line) => (
          <li key={line.registrationId}>
            <bdi>{line.fullName}</bdi>
            {line.state === 'waitlisted' ? (
              <StatusTag tone="waiting">{t('mine.position', { position: line.waitlistPosition })}</StatusTag>
            ) : (
              <StatusTag tone={line.attendances.length > 0 ? 'good' : 'info'}>
                {t('mine.attended', { attended: line.attendances.length, sessions })}
              </StatusTag>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { formatDate, ownZone } from '../../ui/format';
import { LinkButton } from '../../ui/links';
import { LoadingState } from '../../ui/loading-state';
import { PageTitle } from '../../ui/page-title';
import { Pager } from '../../ui/pager';
import { ActivityCard } from './activity-card';
import { CatalogueFilter, useAppliedFilters } from './catalogue-filter';
import classes from './catalogue.module.css';
import { type Activity, activitiesQuery } from './programmes.api';
import { dayOf } from './session-time';
import { usePair } from './use-text';

const route = getRouteApi('/activities');

/** What there is to attend, as an agenda: by day, filters and page in the address. */
export function CataloguePage() {
  const { t } = useTranslation('programmes');
  const search = route.useSearch();
  const { data, error, refetch } = useQuery(activitiesQuery(search));
  const isNarrowed = Boolean(search.q || search.kind || search.group || search.from || search.to);
  const filters = useAppliedFilters(search)
    .map(({ label, value }) => `${label}: ${value}`)
    .join(' · ');
  return (
    <>
      <PageTitle title={t('catalogue.title')} lead={t('catalogue.lead')} page={search.page} />
      <CatalogueFilter key={JSON.stringify(search)} search={search} />
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState lines={6} />}
      {data && data.items.length > 0 && <Agenda activities={data.items} />}
      {data && data.items.length === 0 && (
        <EmptyState
          kind={isNarrowed ? 'no-match' : 'nothing-yet'}
          title={isNarrowed ? t('catalogue.noMatch') : t('catalogue.nothing')}
          text={isNarrowed ? t('catalogue.noMatchText', { filters }) : t('catalogue.nothingText')}
          action={
            isNarrowed && (
              <LinkButton to="/activities" variant="default" mt="sm">
                {t('catalogue.actions.showAll')}
              </LinkButton>
            )
          }
        />
      )}
      {data && data.total > 0 && <Pager page={data.page} pageSize={data.pageSize} total={data.total} />}
    </>
  );
}

function Agenda({ activities }: { activities: Activity[] }) {
  const { language } = usePair();
  const zone = ownZone();
  const days = new Map<string, Activity[]>();
  for (const activity of activities) {
    const day = dayOf(activity.startsAt, zone);
    days.set(day, [...(days.get(day) ?? []), activity]);
  }
  return (
    <div className={classes.agenda}>
      {[...days].map(([day, ofDay]) => (
        <section key={day} className={classes.day} aria-labelledby={`day-${day}`}>
          <h2 id={`day-${day}`}>
            <span>{weekday(day, language)}</span>
            {formatDate(day, language)}
          </h2>
          <ul>
            {ofDay.map((activity) => (
              <li key={activity.id}>
                <ActivityCard activity={activity} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function weekday(day: string, language: 'id' | 'en'): string {
  return new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(new Date(day));
}

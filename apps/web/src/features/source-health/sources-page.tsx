import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../ui/error-state';
import { LoadingState } from '../../ui/loading-state';
import { PageTitle } from '../../ui/page-title';
import { GroupUse } from './group-use';
import { SourceCard } from './source-card';
import { sourcesQuery } from './source-health.api';
import classes from './source-health.module.css';

/** For officers: which registry answers, which one does not since when, and what waits for it. */
export function SourcesPage() {
  const { t } = useTranslation('source-health');
  const { data, error, refetch } = useQuery(sourcesQuery);
  const away = data?.filter(({ state }) => state === 'unavailable').length ?? 0;
  return (
    <>
      <PageTitle title={t('title')} lead={t('lead')} />
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState lines={6} />}
      {data && (
        <>
          <p role="status">{away === 0 ? t('allWell') : t('away', { count: away })}</p>
          <ul className={classes.sources}>
            {data.map((source) => (
              <SourceCard key={source.id} source={source} />
            ))}
          </ul>
        </>
      )}
      <GroupUse />
    </>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { LinkButton } from '../../ui/links';
import { LoadingState } from '../../ui/loading-state';
import { PageTitle } from '../../ui/page-title';
import { ownCredentialsQuery } from './credentials.api';
import classes from './credentials.module.css';
import { OwnCredentialCard } from './own-credential-card';

/** The person's own credentials: how each stands, until when, what rests on it, and how to renew it. */
export function OwnCredentialsPage() {
  const { t } = useTranslation('credentials');
  const { data, error, refetch } = useQuery(ownCredentialsQuery);
  return (
    <div className={classes.page}>
      <PageTitle title={t('own.title')} lead={t('own.lead')} />
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState lines={8} />}
      {data?.length === 0 && (
        <EmptyState
          kind="nothing-yet"
          title={t('own.none')}
          text={t('own.noneText')}
          action={<LinkButton to="/apply">{t('own.apply')}</LinkButton>}
        />
      )}
      {data && data.length > 0 && (
        <ul className={classes.own} aria-label={t('own.title')}>
          {[...data].reverse().map((own) => (
            <OwnCredentialCard key={own.credential.id} own={own} />
          ))}
        </ul>
      )}
    </div>
  );
}

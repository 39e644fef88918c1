import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DateTimeText } from '../../ui/date-text';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { LoadingState } from '../../ui/loading-state';
import { PageTitle } from '../../ui/page-title';
import { Pager } from '../../ui/pager';
import { inboxQuery } from './inbox.api';
import classes from './inbox.module.css';
import { MessageView } from './message-view';

const route = getRouteApi('/inbox');

/** Demonstration mode: the mails that would have gone out, newest first. */
export function InboxPage() {
  const { t } = useTranslation('inbox');
  const { email, page = 1, message } = route.useSearch();
  const { data, error, refetch } = useQuery(inboxQuery(email, page));
  return (
    <>
      <PageTitle title={t('title')} lead={email ? t('leadFor', { email }) : t('lead')} page={page} />
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState lines={5} />}
      {data?.items.length === 0 && (
        <EmptyState kind="nothing-yet" title={t('empty.title')} text={t('empty.text')} />
      )}
      {data && data.items.length > 0 && (
        <div className={classes.columns} data-open={message ? true : undefined}>
          <div>
            <ul className={classes.list} aria-label={t('title')}>
              {data.items.map((entry) => (
                <li key={entry.id}>
                  <Link
                    to="/inbox"
                    search={{ email, page: page > 1 ? page : undefined, message: entry.id }}
                    aria-current={entry.id === message ? 'true' : undefined}
                  >
                    <strong>{entry.subject}</strong>
                    <span>{entry.to}</span>
                    <DateTimeText value={entry.sentAt} />
                  </Link>
                </li>
              ))}
            </ul>
            <Pager page={data.page} pageSize={data.pageSize} total={data.total} />
          </div>
          {message && <MessageView id={message} />}
        </div>
      )}
    </>
  );
}

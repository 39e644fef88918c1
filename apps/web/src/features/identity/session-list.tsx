import { Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, call } from '../../api/client';
import { DateTimeText } from '../../ui/date-text';
import { ErrorState } from '../../ui/error-state';
import { LoadingState } from '../../ui/loading-state';
import { PendingButton } from '../../ui/pending-button';
import { toast } from '../../ui/toast';
import { deviceOf } from './device';
import { type SessionEntry, sessionsQuery } from './identity.api';
import classes from './identity.module.css';

/** Where the account is signed in; one or all others can be ended. */
export function SessionList() {
  const { t } = useTranslation('identity');
  const { data: sessions, error, refetch } = useQuery(sessionsQuery);
  const endOthers = useEnd(() => api.DELETE('/api/sessions'));
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{t('sessions.title')}</h2>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!sessions && !error && <LoadingState lines={3} />}
      {sessions && (
        <ul className={classes.sessions}>
          {sessions.map((entry) => (
            <SessionRow key={entry.id} entry={entry} />
          ))}
        </ul>
      )}
      {sessions && sessions.length > 1 && (
        <PendingButton
          isPending={endOthers.isPending}
          type="button"
          variant="default"
          onClick={() => endOthers.mutate()}
        >
          {t('sessions.actions.endOthers')}
        </PendingButton>
      )}
    </section>
  );
}

function SessionRow({ entry }: { entry: SessionEntry }) {
  const { t } = useTranslation('identity');
  const end = useEnd(() => api.DELETE('/api/sessions/{id}', { params: { path: { id: entry.id } } }));
  const device = deviceOf(entry.userAgent ?? '') ?? t('sessions.unknownDevice');
  return (
    <li>
      <div>
        <strong>{device}</strong>
        {entry.current && <> · {t('sessions.current')}</>}
        <Text size="sm" c="dimmed">
          {t('sessions.lastSeen')} <DateTimeText value={entry.lastSeenAt} />
        </Text>
      </div>
      {!entry.current && (
        <PendingButton
          isPending={end.isPending}
          type="button"
          variant="subtle"
          size="sm"
          aria-label={t('sessions.actions.endOne', { device })}
          onClick={() => end.mutate()}
        >
          {t('sessions.actions.end')}
        </PendingButton>
      )}
    </li>
  );
}

function useEnd(request: () => Promise<{ data?: unknown; error?: unknown; response: Response }>) {
  const { t } = useTranslation('identity');
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => call(request()),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: sessionsQuery.queryKey });
      toast.good(t('sessions.ended'));
    },
    onError: (error) => toast.problem(error),
  });
}

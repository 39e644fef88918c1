import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ErrorState } from '../../ui/error-state';
import { LoadingState } from '../../ui/loading-state';
import { applicationQuery } from './apply.api';
import { StatusView } from './status-view';
import { TaskListView } from './task-list-view';

const route = getRouteApi('/applications/$applicationId');

/** One page for the applicant that changes with the state: a task list while it waits on them, else how it stands. */
export function ApplicationPage() {
  const { applicationId } = route.useParams();
  const { data, error, refetch } = useQuery({ ...applicationQuery(applicationId), refetchOnMount: 'always' });
  if (error) return <ErrorState asPage error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState lines={8} />;
  const isInHand = data.state === 'draft' || data.state === 'returned';
  return isInHand ? <TaskListView application={data} /> : <StatusView application={data} />;
}

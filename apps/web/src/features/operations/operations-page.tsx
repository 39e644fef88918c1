import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../ui/data-table';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { LoadingState } from '../../ui/loading-state';
import { PageTitle } from '../../ui/page-title';
import { DeadLetters } from './dead-letters';
import { type QueueLine, queuesQuery } from './operations.api';

/** For officers: how the background work stands, and what waits for a person. */
export function OperationsPage() {
  const { t } = useTranslation('operations');
  const { data, error, refetch } = useQuery(queuesQuery);
  return (
    <>
      <PageTitle title={t('title')} lead={t('lead')} />
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState lines={6} />}
      {data && (
        <>
          <p role="status">{t('waiting', { count: data.waiting })}</p>
          <DeadLetters letters={data.deadLetters} />
          <Queues queues={data.queues} />
          <p>
            <Anchor href="/admin/queues" target="_blank" rel="noopener">
              {t('dashboard')}
            </Anchor>
          </p>
        </>
      )}
    </>
  );
}

function Queues({ queues }: { queues: QueueLine[] }) {
  const { t } = useTranslation('operations');
  const columns: Column<QueueLine>[] = [
    { key: 'queue', header: t('column.queue'), cell: (row) => row.queue },
    { key: 'queued', header: t('column.queued'), cell: (row) => row.queued, isNumber: true },
    { key: 'done', header: t('column.done'), cell: (row) => row.done, isNumber: true },
    { key: 'dead', header: t('column.dead'), cell: (row) => row.dead, isNumber: true },
  ];
  return (
    <div>
      <h2>{t('queues')}</h2>
      <DataTable
        caption={t('queues')}
        columns={columns}
        rows={queues}
        rowKey={(row) => row.queue}
        page={1}
        pageSize={Math.max(1, queues.length)}
        total={queues.length}
        empty={<EmptyState kind="nothing-yet" title={t('empty.queues')} text={t('empty.queuesText')} />}
      />
    </div>
  );
}

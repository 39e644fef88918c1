import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { type Column as TableColumn, DataTable } from '../../ui/data-table';
import { ErrorState } from '../../ui/error-state';
import { formatNumber } from '../../ui/format';
import { StatusTag } from '../../ui/status-tag';
import { differences } from './import-figures';
import {
  type Change,
  CHANGES_PER_PAGE,
  type HolderEntry,
  type ImportDetail,
  changesPath,
  changesQuery,
} from './registers.api';
import classes from './registers.module.css';

type EntryStatus = HolderEntry['status'];

const TONES = { new: 'good', changed: 'warn', gone: 'bad' } as const;

interface ImportChangesProps {
  registerId: string;
  found: ImportDetail;
  kind: Change['kind'] | undefined;
  page: number;
}

/** What a version changes of whom, against the version before: counts that filter, rows in pages, all as CSV. */
export function ImportChanges({ registerId, found, kind, page }: ImportChangesProps) {
  const { t } = useTranslation('registers');
  const language = currentLanguage();
  const changes = useQuery(changesQuery(registerId, found.id, kind, page));
  const columns = useColumns();
  const counts = found.changes;
  if (!counts || found.state === 'reading' || found.state === 'refused') return null;
  const all = counts.added + counts.changed + counts.removed;
  const filters = [
    [undefined, all],
    ['new', counts.added],
    ['changed', counts.changed],
    ['gone', counts.removed],
  ] as const;
  return (
    <section aria-labelledby="changes" className={classes.part}>
      <h2 id="changes">{t('changes.title')}</h2>
      <p>
        {t('changes.same', { same: formatNumber(counts.same, language) })}{' '}
        {found.left && (
          <>
            {t('changes.left', {
              files: formatNumber(found.left.laterFiles, language),
              byHand: formatNumber(found.left.byHand, language),
            })}
          </>
        )}
      </p>
      <nav aria-label={t('changes.filter')} className={classes.filters}>
        {filters.map(([one, count]) => (
          <Link
            key={one ?? 'all'}
            to="/registers/$registerId/imports/$importId"
            params={{ registerId, importId: found.id }}
            search={{ kind: one, page: undefined }}
            resetScroll={false}
            activeOptions={{ exact: true, includeSearch: true, explicitUndefined: true }}
            data-chosen={one === kind || undefined}
            aria-current={one === kind ? 'true' : undefined}
          >
            {t(`changes.${one ?? 'all'}`, { number: formatNumber(count, language) })}
          </Link>
        ))}
      </nav>
      {changes.error && !changes.data ? (
        <ErrorState error={changes.error} onRetry={() => void changes.refetch()} />
      ) : (
        <DataTable<Change>
          caption={t('changes.caption')}
          columns={columns}
          rows={changes.data?.items}
          rowKey={(row) => `${row.kind}-${row.numberKey}`}
          page={page}
          pageSize={CHANGES_PER_PAGE}
          total={changes.data?.total ?? 0}
          empty={<p>{t('changes.none')}</p>}
        />
      )}
      {all > 0 && (
        <Button
          component="a"
          href={changesPath(registerId, found.id)}
          download
          variant="default"
          mt="md"
          leftSection={<IconDownload size={18} aria-hidden />}
        >
          {t('actions.saveChanges')}
        </Button>
      )}
    </section>
  );
}

function useColumns(): TableColumn<Change>[] {
  const { t } = useTranslation('registers');
  return [
    {
      key: 'number',
      header: t('field.number'),
      cell: ({ before, after }) => <bdi className={classes.long}>{(after ?? before)?.number}</bdi>,
    },
    {
      key: 'name',
      header: t('field.name'),
      cell: ({ before, after }) => <bdi className={classes.long}>{(after ?? before)?.name}</bdi>,
    },
    {
      key: 'kind',
      header: t('changes.kind'),
      cell: ({ kind, byHand }) => (
        <>
          <StatusTag tone={TONES[kind]}>{t(`kindOfChange.${kind}`)}</StatusTag>
          {byHand && <span className={classes.quiet}> {t('changes.byHand')}</span>}
        </>
      ),
    },
    { key: 'what', header: t('changes.what'), cell: (change) => <Differences change={change} /> },
  ];
}

/** Field by field, before and after; one line each. */
export function Differences({ change }: { change: Pick<Change, 'before' | 'after'> }) {
  const { t } = useTranslation('registers');
  const lines = differences(change);
  const worded = (column: string, value: string): string =>
    column === 'status' ? t(`status.${value as EntryStatus}`) : value;
  if (lines.length === 0) return <>–</>;
  return (
    <ul className={classes.differences}>
      {lines.map(({ column, before, after }) => (
        <li key={column}>
          <span>{t(`field.${column}`)}:</span> {before !== null && <del>{worded(column, before)}</del>}{' '}
          {before !== null && after !== null && <span aria-hidden>→</span>}{' '}
          {after !== null && <ins>{worded(column, after)}</ins>}
        </li>
      ))}
    </ul>
  );
}

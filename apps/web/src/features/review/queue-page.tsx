import { Button, Checkbox } from '@mantine/core';
import { IconKeyboard } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { type Column, DataTable } from '../../ui/data-table';
import { DateText } from '../../ui/date-text';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { LinkButton, TextLink } from '../../ui/links';
import { PageTitle } from '../../ui/page-title';
import { StatusTag } from '../../ui/status-tag';
import { showPanel } from '../shortcuts';
import { BulkBar } from './bulk-bar';
import { DueText } from './due-text';
import { QueueFilter } from './queue-filter';
import type { QueueSearch } from './queue-search';
import { QueueTabs } from './queue-tabs';
import { QueueViews } from './queue-views';
import { viewsQuery } from './queue-views.api';
import { type QueueLine, queueQuery } from './review.api';
import classes from './review.module.css';
import queueClasses from './queue.module.css';
import { useOpeningView } from './use-opening-view';
import { useQueueKeys } from './use-queue-keys';
import { type Selection, useSelection } from './use-selection';

const route = getRouteApi('/review');

/** The verification officers' queue: what waits, on whom, and for how long. */
export function QueuePage() {
  const { t } = useTranslation('review');
  const search = route.useSearch();
  const { data, error, refetch } = useQuery(queueQuery(search));
  const { data: views } = useQuery(viewsQuery);
  const selection = useSelection(JSON.stringify({ ...search, page: undefined }));
  const columns = useColumns(search, selection);
  useOpeningView(search, views);
  useQueueKeys(data?.items ?? [], selection);
  const isFiltered = Boolean(search.q ?? search.group ?? search.waiting ?? search.grade ?? search.kind);
  return (
    <>
      <PageTitle
        title={t('queue.title')}
        lead={t('queue.lead')}
        page={search.page}
        actions={
          <Button
            variant="subtle"
            leftSection={<IconKeyboard size={18} aria-hidden />}
            onClick={() => showPanel('help')}
            className={classes.keys}
          >
            {t('actions.shortcuts')}
          </Button>
        }
      />
      <QueueTabs current={search.tab ?? 'team'} counts={data?.counts} />
      <QueueViews search={search} views={views ?? []} />
      <QueueFilter key={JSON.stringify({ ...search, page: undefined, sort: undefined })} search={search} />
      {data && data.items.length > 0 && (
        <BulkBar selection={selection} search={search} page={data} rows={data.items} />
      )}
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <DataTable<QueueLine>
          caption={t(`tab.${search.tab ?? 'team'}`)}
          columns={columns}
          rows={data?.items}
          rowKey={(row) => row.id}
          sort={search.sort ?? 'due'}
          page={data?.page ?? 1}
          pageSize={data?.pageSize ?? 20}
          total={data?.total ?? 0}
          hasMore={data?.hasMore}
          empty={<Nothing isFiltered={isFiltered} tab={search.tab ?? 'team'} />}
        />
      )}
    </>
  );
}

function useColumns(search: QueueSearch, selection: Selection): Column<QueueLine>[] {
  const { t } = useTranslation('review');
  const isIndonesian = currentLanguage() === 'id';
  return [
    {
      key: 'applicant',
      header: t('column.applicant'),
      sortBy: 'applicant',
      cell: (row) => (
        <span className={queueClasses.pick}>
          <Checkbox
            aria-label={t('bulk.pick', { name: row.applicantName })}
            checked={selection.has(row.id)}
            onChange={() => selection.toggle(row)}
          />
          <span>
            <TextLink
              to="/review/$applicationId"
              params={{ applicationId: row.id }}
              search={search}
              className={classes.name}
              data-case={row.id}
            >
              <bdi>{row.applicantName}</bdi>
            </TextLink>
            <span className={classes.reference}>{row.reference}</span>
          </span>
        </span>
      ),
    },
    {
      key: 'group',
      header: t('column.group'),
      sortBy: 'group',
      cell: (row) => (
        <>
          {isIndonesian ? row.groupNameId : row.groupNameEn}
          <span className={classes.under}>{isIndonesian ? row.gradeNameId : row.gradeNameEn}</span>
        </>
      ),
    },
    { key: 'stage', header: t('column.stage'), cell: (row) => t(`stage.${row.stage}`) },
    { key: 'waiting', header: t('column.waiting'), cell: (row) => <Waiting line={row} /> },
    {
      key: 'age',
      header: t('column.age'),
      sortBy: 'submitted',
      isNumber: true,
      cell: (row) => (
        <span className={classes.age}>
          {t('queue.days', { count: row.ageDays })}
          <span className={classes.under}>
            <DateText value={row.submittedAt} style="short" />
          </span>
        </span>
      ),
    },
    { key: 'due', header: t('column.due'), sortBy: 'due', cell: (row) => <DueText line={row} /> },
    { key: 'flags', header: t('column.flags'), cell: (row) => <Flags line={row} /> },
  ];
}

const TONE = { officer: 'warn', source: 'waiting', applicant: 'info' } as const;

function Waiting({ line }: { line: QueueLine }) {
  const { t } = useTranslation('review');
  return (
    <span className={classes.waiting}>
      <StatusTag tone={TONE[line.waitingOn]}>{t(`waiting.${line.waitingOn}`)}</StatusTag>
      <span className={classes.under}>
        {line.assignedName ? t('case.assigned', { name: line.assignedName }) : t('case.unassigned')}
      </span>
    </span>
  );
}

/** What to know before opening: checks against the claim, checks for a person, a case that came back. */
function Flags({ line }: { line: QueueLine }) {
  const { t } = useTranslation('review');
  const isBack = line.isCorrected && line.state === 'submitted';
  if (line.against === 0 && line.needsPerson === 0 && !isBack)
    return <span className={classes.nobody}>–</span>;
  return (
    <span className={classes.waiting}>
      {line.against > 0 && (
        <span className={classes.flag}>{t('queue.against', { count: line.against })}</span>
      )}
      {line.needsPerson > 0 && (
        <span className={classes.flag}>{t('queue.needsPerson', { count: line.needsPerson })}</span>
      )}
      {isBack && <span className={classes.flag}>{t('queue.corrected')}</span>}
    </span>
  );
}

function Nothing({ isFiltered, tab }: { isFiltered: boolean; tab: string }) {
  const { t } = useTranslation('review');
  if (isFiltered) {
    return (
      <EmptyState
        kind="no-match"
        title={t('queue.noMatch.title')}
        text={t('queue.noMatch.text')}
        action={
          <LinkButton to="/review" search={{ tab: 'team' }} variant="default">
            {t('actions.clearFilters')}
          </LinkButton>
        }
      />
    );
  }
  return (
    <EmptyState
      kind="nothing-yet"
      title={t(`queue.empty.${tab}`)}
      text={t('queue.empty.text')}
      action={
        tab === 'mine' ? (
          <LinkButton to="/review" search={{ tab: 'unassigned' }} variant="default">
            {t('actions.showUnassigned')}
          </LinkButton>
        ) : (
          tab !== 'team' && (
            <LinkButton to="/review" search={{ tab: 'team' }} variant="default">
              {t('actions.showAll')}
            </LinkButton>
          )
        )
      }
    />
  );
}

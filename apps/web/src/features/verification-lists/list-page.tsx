import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { DateTimeText } from '../../ui/date-text';
import { ErrorState } from '../../ui/error-state';
import { formatBytes, formatNumber } from '../../ui/format';
import { TextLink } from '../../ui/links';
import { LoadingState } from '../../ui/loading-state';
import { PageTitle } from '../../ui/page-title';
import { SummaryList } from '../../ui/summary-list';
import { ListFaults } from './list-faults';
import { ListMapping } from './list-mapping';
import { ListPeople } from './list-people';
import { ListPreview } from './list-preview';
import { ListState } from './list-state';
import { type ListDetail, listQuery, RESULTS } from './lists.api';
import classes from './lists.module.css';

const route = getRouteApi('/verification-lists/$listId');

/** One list: what its file held, who is asked, how far it is, and what came out of whom. */
export function ListPage() {
  const { t } = useTranslation('verification-lists');
  const { listId } = route.useParams();
  const { page = 1, result, text } = route.useSearch();
  const { data: list, error, refetch } = useQuery(listQuery(listId));
  if (error && !list) return <ErrorState asPage error={error} onRetry={() => void refetch()} />;
  if (!list) return <LoadingState lines={8} />;
  const isWaiting = list.state === 'draft' || list.state === 'refused';
  return (
    <>
      <PageTitle
        title={list.name}
        page={page}
        above={<TextLink to="/verification-lists">{t('title')}</TextLink>}
      />
      <ListState list={list} />
      {list.state === 'refused' && <ListFaults list={list} page={page} />}
      {list.state === 'draft' && <ListPreview list={list} />}
      {isWaiting && <ListMapping key={list.id} list={list} />}
      {!isWaiting && (
        <ListPeople list={list} page={page} result={RESULTS.find((one) => one === result)} text={text} />
      )}
      <About list={list} />
    </>
  );
}

function About({ list }: { list: ListDetail }) {
  const { t } = useTranslation('verification-lists');
  const language = currentLanguage();
  const { startedAt, endedAt } = list;
  return (
    <SummaryList
      title={t('about.title')}
      rows={[
        {
          key: 'file',
          label: t('column.file'),
          value: (
            <bdi className={classes.long}>{`${list.fileName} (${formatBytes(list.fileSize, language)})`}</bdi>
          ),
        },
        { key: 'hash', label: 'SHA-256', value: <code className={classes.long}>{list.fileSha256}</code> },
        { key: 'people', label: t('column.people'), value: formatNumber(list.rows, language) },
        { key: 'group', label: t('column.group'), value: list.groupName[language] },
        { key: 'authority', label: t('field.oneAuthority'), value: list.authority ?? t('reading.ofRow') },
        { key: 'by', label: t('column.by'), value: list.createdBy ?? '–' },
        { key: 'at', label: t('column.at'), value: <DateTimeText value={list.createdAt} /> },
        ...(startedAt
          ? [{ key: 'start', label: t('column.started'), value: <DateTimeText value={startedAt} /> }]
          : []),
        ...(endedAt
          ? [{ key: 'end', label: t('column.ended'), value: <DateTimeText value={endedAt} /> }]
          : []),
      ]}
    />
  );
}

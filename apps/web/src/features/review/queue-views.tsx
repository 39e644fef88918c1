import { Button } from '@mantine/core';
import { IconAlertTriangle, IconBookmarkPlus, IconUsers } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeepViewDialog } from './keep-view-dialog';
import { type QueueSearch, isSameList, searchOfFilter } from './queue-search';
import { countInWords } from './queue-tabs';
import type { KeptView } from './queue-views.api';
import classes from './queue.module.css';
import { ViewActs } from './view-acts';

interface QueueViewsProps {
  search: QueueSearch;
  views: readonly KeptView[];
}

/** Kept filters as links with live counts; the one that is shown can be changed. */
export function QueueViews({ search, views }: QueueViewsProps) {
  const { t } = useTranslation('review');
  const [isKeeping, setKeeping] = useState(false);
  const current = views.find(({ filter }) => filter && isSameList(searchOfFilter(filter), search));
  return (
    <div className={classes.views} data-no-print>
      <nav aria-label={t('views.label')}>
        <ul>
          {views.map((view) => (
            <li key={view.id}>
              <ViewLink view={view} isCurrent={view.id === current?.id} />
            </li>
          ))}
        </ul>
      </nav>
      {!current && (
        <Button
          variant="subtle"
          size="sm"
          leftSection={<IconBookmarkPlus size={18} aria-hidden />}
          onClick={() => setKeeping(true)}
        >
          {t('views.actions.keep')}
        </Button>
      )}
      {current && <ViewActs key={current.id} view={current} />}
      {views
        .filter(({ filter, isOwn }) => filter === null && isOwn)
        .map((view) => (
          <ViewActs key={view.id} view={view} />
        ))}
      <KeepViewDialog search={search} isOpen={isKeeping} onClose={() => setKeeping(false)} />
    </div>
  );
}

function ViewLink({ view, isCurrent }: { view: KeptView; isCurrent: boolean }) {
  const { t } = useTranslation('review');
  const inside = (
    <>
      {view.groupId && <IconUsers size={16} aria-label={t('views.shared')} />}
      <bdi>{view.name}</bdi>
      {view.count !== null && <span>{countInWords(view.count + (view.hasMore ? 1 : 0), view.count)}</span>}
      {view.problem && (
        <span className={classes.problem}>
          <IconAlertTriangle size={16} aria-hidden />
          {t(`views.problem.${view.problem}`)}
        </span>
      )}
    </>
  );
  if (!view.filter) return <span className={classes.view}>{inside}</span>;
  return (
    <Link
      to="/review"
      search={searchOfFilter(view.filter)}
      className={classes.view}
      activeProps={{}}
      aria-current={isCurrent ? 'page' : undefined}
      resetScroll={false}
    >
      {inside}
    </Link>
  );
}

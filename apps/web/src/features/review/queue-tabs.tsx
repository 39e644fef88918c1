import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { formatNumber } from '../../ui/format';
import { type QueueTab, TABS } from './queue-search';
import type { QueuePage } from './review.api';
import classes from './review.module.css';

interface QueueTabsProps {
  current: QueueTab;
  /** Undefined while they are not known yet. */
  counts: QueuePage['counts'] | undefined;
}

/** The parts of the queue as links with their counts; filters stay. */
export function QueueTabs({ current, counts }: QueueTabsProps) {
  const { t } = useTranslation('review');
  return (
    <nav className={classes.tabs} aria-label={t('tab.label')}>
      <ul>
        {TABS.map((tab) => (
          <li key={tab}>
            <Link
              to="/review"
              search={(before) => ({ ...before, tab: tab === 'team' ? undefined : tab, page: undefined })}
              activeProps={{}}
              activeOptions={{ explicitUndefined: true }}
              aria-current={tab === current ? 'page' : undefined}
              resetScroll={false}
            >
              {t(`tab.${tab}`)}
              {counts && <span>{formatNumber(counts[tab], currentLanguage())}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { formatNumber } from '../../ui/format';
import { type QueueTab, TABS, readQueueSearch } from './queue-search';
import type { QueuePage } from './review.api';
import classes from './review.module.css';

interface QueueTabsProps {
  current: QueueTab;
  /** Undefined while they are not known yet. */
  counts: QueuePage['counts'] | undefined;
}

/** A count, or `1.000+` beyond what is counted. */
export function countInWords(count: number, most: number): string {
  const language = currentLanguage();
  return count > most ? `${formatNumber(most, language)}+` : formatNumber(count, language);
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
              search={(before) => readQueueSearch({ ...before, tab, page: undefined })}
              activeProps={{}}
              activeOptions={{ explicitUndefined: true }}
              aria-current={tab === current ? 'page' : undefined}
              resetScroll={false}
            >
              {t(`tab.${tab}`)}
              {counts && <span>{countInWords(counts[tab], counts.most)}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

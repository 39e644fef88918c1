import { Link, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../ui/page-title';
import classes from './duplicates.module.css';
import { MergeList } from './merge-list';
import { SuspicionList } from './suspicion-list';

const route = getRouteApi('/duplicates');

/** People who may be one, what was said of them, and merges. */
export function DuplicatesPage() {
  const { t } = useTranslation('duplicates');
  const { tab, page } = route.useSearch();
  return (
    <>
      <PageTitle title={t('title')} lead={t(`lead.${tab ?? 'open'}`)} page={page} />
      <nav className={classes.tabs} aria-label={t('tab.label')}>
        <ul>
          {([undefined, 'dismissed', 'merged'] as const).map((name) => (
            <li key={name ?? 'open'}>
              <Link
                to="/duplicates"
                search={{ tab: name }}
                activeProps={{}}
                activeOptions={{ explicitUndefined: true }}
                aria-current={name === tab ? 'page' : undefined}
                resetScroll={false}
              >
                {t(`tab.${name ?? 'open'}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {tab === 'merged' ? <MergeList page={page} /> : <SuspicionList state={tab ?? 'open'} page={page} />}
    </>
  );
}

import { Link, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../ui/page-title';
import { CaseList } from './case-list';
import { ExpiringList } from './expiring-list';
import { StandingFilter } from './standing-filter';
import { TABS } from './standing-search';
import classes from './standing.module.css';

const route = getRouteApi('/standing');

/** What has changed in members' credentials, and which of them end soon. */
export function StandingPage() {
  const { t } = useTranslation('standing');
  const search = route.useSearch();
  const tab = search.tab ?? 'cases';
  return (
    <>
      <PageTitle title={t('title')} lead={t(`lead.${tab}`)} page={search.page} />
      <nav className={classes.tabs} aria-label={t('tab.label')}>
        <ul>
          {TABS.map((name) => (
            <li key={name}>
              <Link
                to="/standing"
                search={{ tab: name === 'cases' ? undefined : name }}
                activeProps={{}}
                activeOptions={{ explicitUndefined: true }}
                aria-current={name === tab ? 'page' : undefined}
                resetScroll={false}
              >
                {t(`tab.${name}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <StandingFilter key={JSON.stringify(search)} search={search} />
      {tab === 'expiring' ? <ExpiringList search={search} /> : <CaseList search={search} />}
    </>
  );
}

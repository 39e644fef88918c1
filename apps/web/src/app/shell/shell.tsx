import { Outlet } from '@tanstack/react-router';
import { Suspense, lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadingState } from '../../ui/loading-state';
import { ToastRegion } from '../../ui/toast-region';
import { navigationFor } from '../navigation';
import { useSession } from '../session';
import { ConnectionBanner } from './connection-banner';
import { DemoBanner } from './demo-banner';
import { Footer } from './footer';
import { Header } from './header';
import { NavList } from './nav-list';
import classes from './shell.module.css';
import { SignInGate } from './sign-in-gate';

// Visitors need neither.
const ShortcutLayer = lazy(() => import('../../features/shortcuts/shortcut-layer'));
const SessionWarning = lazy(() => import('./session-warning'));

/** What stands around every page: skip link, banners, header, navigation, footer. */
export function Shell() {
  const { t } = useTranslation();
  const session = useSession();
  const { mine, office } = navigationFor(session ?? null);
  const hasSide = Boolean(session) && mine.length + office.length > 0;
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#main">
        {t('skip')}
      </a>
      <DemoBanner />
      <Header />
      <div className={classes.body} data-side={hasSide || undefined}>
        {hasSide && (
          <nav className={classes.side} aria-label={t('header.main')} data-no-print>
            <NavList />
          </nav>
        )}
        <main id="main" className={classes.main} tabIndex={-1}>
          <ConnectionBanner />
          <Suspense fallback={<LoadingState />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
      <Footer />
      <ToastRegion />
      <SignInGate />
      {session && (
        <Suspense>
          <SessionWarning />
          <ShortcutLayer />
        </Suspense>
      )}
    </div>
  );
}

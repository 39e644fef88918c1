import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route';
import { requireSession } from '../../app/session';
import { readStandingSearch } from './standing-search';

const standing = createRoute({
  getParentRoute: () => rootRoute,
  path: '/standing',
  validateSearch: readStandingSearch,
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./standing-page'), 'StandingPage'),
});

const renewal = createRoute({
  getParentRoute: () => rootRoute,
  path: '/standing/renewals/$renewalId',
  validateSearch: (search: Record<string, unknown>): { credential: string } => ({
    credential: String(search.credential),
  }),
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./renewal-case-page'), 'RenewalCasePage'),
});

export const standingRoutes = [standing, renewal] as const;

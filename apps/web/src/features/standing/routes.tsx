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

export const standingRoutes = [standing] as const;

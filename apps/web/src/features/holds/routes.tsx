import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route';
import { requireSession } from '../../app/session';
import { readHoldSearch } from './hold-search';

const holds = createRoute({
  getParentRoute: () => rootRoute,
  path: '/holds',
  validateSearch: readHoldSearch,
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./holds-page'), 'HoldsPage'),
});

export const holdsRoutes = [holds] as const;

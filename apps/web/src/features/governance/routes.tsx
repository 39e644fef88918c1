import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route';
import { requireSession } from '../../app/session';

const officers = createRoute({
  getParentRoute: () => rootRoute,
  path: '/officers',
  validateSearch: (search: Record<string, unknown>): { group?: string } => ({
    group: typeof search.group === 'string' ? search.group : undefined,
  }),
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./officers-page'), 'OfficersPage'),
});

export const governanceRoutes = [officers] as const;

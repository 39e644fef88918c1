import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route';
import { requireSession } from '../../app/session';

const sources = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sources',
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./sources-page'), 'SourcesPage'),
});

export const sourceHealthRoutes = [sources] as const;

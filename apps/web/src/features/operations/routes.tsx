import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route';
import { requireSession } from '../../app/session';

const operations = createRoute({
  getParentRoute: () => rootRoute,
  path: '/operations',
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./operations-page'), 'OperationsPage'),
});

export const operationsRoutes = [operations] as const;

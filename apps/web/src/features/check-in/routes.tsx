import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route';
import { requireSession } from '../../app/session';

const door = createRoute({
  getParentRoute: () => rootRoute,
  path: '/activities/$id/check-in',
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./door-page'), 'DoorPage'),
});

export const checkInRoutes = [door] as const;

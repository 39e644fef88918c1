import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route';

const checkStart = createRoute({
  getParentRoute: () => rootRoute,
  path: '/check',
  component: lazyRouteComponent(() => import('./check-start-page'), 'CheckStartPage'),
});

const checkResult = createRoute({
  getParentRoute: () => rootRoute,
  path: '/check/$code',
  component: lazyRouteComponent(() => import('./check-page'), 'CheckPage'),
});

export const checkRoutes = [checkStart, checkResult] as const;

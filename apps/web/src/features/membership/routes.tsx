import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route';
import { requireSession } from '../../app/session';

const mine = createRoute({
  getParentRoute: () => rootRoute,
  path: '/memberships',
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./membership-page'), 'MembershipPage'),
});

const welcome = createRoute({
  getParentRoute: () => rootRoute,
  path: '/memberships/welcome/$membershipId',
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./welcome-page'), 'WelcomePage'),
});

export const membershipRoutes = [mine, welcome] as const;

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route';
import { requireSession } from '../../app/session';

const naming = createRoute({
  getParentRoute: () => rootRoute,
  path: '/applications/$applicationId/sponsors/$requirementId',
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./naming-page'), 'NamingPage'),
});

const mine = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sponsorships',
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./sponsorships-page'), 'SponsorshipsPage'),
});

export const sponsorRoutes = [naming, mine] as const;

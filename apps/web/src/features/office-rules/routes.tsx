import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route';
import { requireSession } from '../../app/session';

const ofGroup = (search: Record<string, unknown>): { group?: string } => ({
  group: typeof search.group === 'string' && search.group !== '' ? search.group : undefined,
});

const verification = createRoute({
  getParentRoute: () => rootRoute,
  path: '/verification-rules',
  validateSearch: ofGroup,
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./verification-page'), 'VerificationPage'),
});

const standing = createRoute({
  getParentRoute: () => rootRoute,
  path: '/standing-rules',
  validateSearch: ofGroup,
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./standing-rules-page'), 'StandingRulesPage'),
});

export const officeRulesRoutes = [verification, standing] as const;

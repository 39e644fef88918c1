import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route';
import { requireSession } from '../../app/session';

const code = createRoute({
  getParentRoute: () => rootRoute,
  path: '/groups/$groupId/code',
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./code-page'), 'CodePage'),
});

export const ethicsRoutes = [code] as const;

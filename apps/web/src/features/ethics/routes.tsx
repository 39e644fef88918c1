import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route';
import { requireSession } from '../../app/session';
import { readOfficeSearch } from './office-search';

const code = createRoute({
  getParentRoute: () => rootRoute,
  path: '/groups/$groupId/code',
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./code-page'), 'CodePage'),
});

const office = createRoute({
  getParentRoute: () => rootRoute,
  path: '/office/code',
  validateSearch: readOfficeSearch,
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./ethics-office-page'), 'EthicsOfficePage'),
});

export const ethicsRoutes = [code, office] as const;

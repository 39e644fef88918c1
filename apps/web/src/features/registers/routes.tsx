import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route';
import { requireSession } from '../../app/session';

const registers = createRoute({
  getParentRoute: () => rootRoute,
  path: '/registers',
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./registers-page'), 'RegistersPage'),
});

const register = createRoute({
  getParentRoute: () => rootRoute,
  path: '/registers/$registerId',
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./register-page'), 'RegisterPage'),
});

const oneImport = createRoute({
  getParentRoute: () => rootRoute,
  path: '/registers/$registerId/imports/$importId',
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./import-page'), 'ImportPage'),
});

const issuers = createRoute({
  getParentRoute: () => rootRoute,
  path: '/trusted-issuers',
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./issuers-page'), 'IssuersPage'),
});

export const registersRoutes = [registers, register, oneImport, issuers] as const;

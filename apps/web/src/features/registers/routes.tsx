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

const KINDS = ['new', 'changed', 'gone'] as const;

const oneImport = createRoute({
  getParentRoute: () => rootRoute,
  path: '/registers/$registerId/imports/$importId',
  // Which page of the faults or changes, and which kind of changes.
  validateSearch: (
    search: Record<string, unknown>,
  ): { page?: number; kind?: 'new' | 'changed' | 'gone' } => ({
    kind: KINDS.find((kind) => kind === search.kind),
    page: Number(search.page) > 1 ? Math.floor(Number(search.page)) : undefined,
  }),
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./import-page'), 'ImportPage'),
});

const issuers = createRoute({
  getParentRoute: () => rootRoute,
  path: '/trusted-issuers',
  // Whose issuers, where an officer serves several groups.
  validateSearch: (search: Record<string, unknown>): { group?: string } => ({
    group: typeof search.group === 'string' && search.group !== '' ? search.group : undefined,
  }),
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./issuers-page'), 'IssuersPage'),
});

export const registersRoutes = [registers, register, oneImport, issuers] as const;

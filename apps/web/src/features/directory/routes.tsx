import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route';
import { requireSession } from '../../app/session';

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

const directory = createRoute({
  getParentRoute: () => rootRoute,
  path: '/members',
  validateSearch: (search: Record<string, unknown>): { q?: string; group?: string; page?: number } => ({
    q: textOf(search.q),
    group: textOf(search.group),
    page: Number(search.page) > 1 ? Math.floor(Number(search.page)) : undefined,
  }),
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./directory-page'), 'DirectoryPage'),
});

const member = createRoute({
  getParentRoute: () => rootRoute,
  path: '/members/$personId',
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./member-page'), 'MemberPage'),
});

export const directoryRoutes = [directory, member] as const;

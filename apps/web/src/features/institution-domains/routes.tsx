import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route';
import { requireSession } from '../../app/session';

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.slice(0, 200) : undefined;

const domains = createRoute({
  getParentRoute: () => rootRoute,
  path: '/institution-domains',
  validateSearch: (search: Record<string, unknown>): { group?: string; q?: string } => ({
    group: text(search.group),
    q: text(search.q),
  }),
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./domains-page'), 'DomainsPage'),
});

export const institutionDomainsRoutes = [domains] as const;

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route';
import { requireSession } from '../../app/session';

const privacy = createRoute({
  getParentRoute: () => rootRoute,
  path: '/account/privacy',
  beforeLoad: requireSession,
  validateSearch: (search: Record<string, unknown>): { page?: number } => {
    const page = Number(search.page);
    return Number.isInteger(page) && page > 1 ? { page } : {};
  },
  component: lazyRouteComponent(() => import('./privacy-page'), 'PrivacyPage'),
});

export const privacyRoutes = [privacy] as const;

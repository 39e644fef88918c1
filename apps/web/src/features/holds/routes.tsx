import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route';
import { requireSession } from '../../app/session';

/** What of the list is shown; all of it lives in the address. */
export interface HoldSearch {
  state?: 'released';
  q?: string;
  page?: number;
}

const holds = createRoute({
  getParentRoute: () => rootRoute,
  path: '/holds',
  validateSearch: (search: Record<string, unknown>): HoldSearch => {
    const page = Math.floor(Number(search.page));
    return {
      state: search.state === 'released' ? 'released' : undefined,
      q: typeof search.q === 'string' && search.q.trim() !== '' ? search.q.slice(0, 200) : undefined,
      page: page > 1 ? page : undefined,
    };
  },
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./holds-page'), 'HoldsPage'),
});

export const holdsRoutes = [holds] as const;

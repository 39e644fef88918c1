import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route';
import { requireSession } from '../../app/session';
import { readDuplicatesSearch } from './duplicates-search';

const list = createRoute({
  getParentRoute: () => rootRoute,
  path: '/duplicates',
  validateSearch: readDuplicatesSearch,
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./duplicates-page'), 'DuplicatesPage'),
});

const pair = createRoute({
  getParentRoute: () => rootRoute,
  path: '/duplicates/$suspicionId',
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./pair-page'), 'PairPage'),
});

const merge = createRoute({
  getParentRoute: () => rootRoute,
  path: '/merges/$mergeId',
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./merge-page'), 'MergePage'),
});

export const duplicatesRoutes = [list, pair, merge] as const;

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route';
import { requireSession } from '../../app/session';

const pageOf = ({ page }: Record<string, unknown>) =>
  Number(page) > 1 ? Math.floor(Number(page)) : undefined;
const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

const lists = createRoute({
  getParentRoute: () => rootRoute,
  path: '/verification-lists',
  validateSearch: (search: Record<string, unknown>): { page?: number } => ({ page: pageOf(search) }),
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./lists-page'), 'ListsPage'),
});

const newList = createRoute({
  getParentRoute: () => rootRoute,
  path: '/verification-lists/new',
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./new-list-page'), 'NewListPage'),
});

const list = createRoute({
  getParentRoute: () => rootRoute,
  path: '/verification-lists/$listId',
  validateSearch: (search: Record<string, unknown>): { page?: number; result?: string; text?: string } => ({
    page: pageOf(search),
    result: textOf(search.result),
    text: textOf(search.text),
  }),
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./list-page'), 'ListPage'),
});

const person = createRoute({
  getParentRoute: () => rootRoute,
  path: '/verification-lists/$listId/people/$rowId',
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./person-page'), 'PersonPage'),
});

export const verificationListRoutes = [lists, newList, list, person] as const;

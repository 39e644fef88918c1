import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route';

/** What the inbox shows: whose mail, which page, which message. */
export interface InboxSearch {
  email?: string;
  page?: number;
  message?: string;
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value ? value : undefined;

const inbox = createRoute({
  getParentRoute: () => rootRoute,
  path: '/inbox',
  validateSearch: (search: Record<string, unknown>): InboxSearch => ({
    email: textOf(search.email),
    page: Number(search.page) > 1 ? Math.floor(Number(search.page)) : undefined,
    message: textOf(search.message),
  }),
  component: lazyRouteComponent(() => import('./inbox-page'), 'InboxPage'),
});

export const inboxRoutes = [inbox] as const;

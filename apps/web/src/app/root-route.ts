import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext } from '@tanstack/react-router';
import { FailedPage } from './failed-page';
import { NotFoundPage } from './not-found-page';
import { Shell } from './shell/shell';

/** The parent of every route: `createRoute({ getParentRoute: () => rootRoute, path: '/…' })`. */
export const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Shell,
  notFoundComponent: NotFoundPage,
  errorComponent: FailedPage,
});

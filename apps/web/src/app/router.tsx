import { QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { LoadingState } from '../ui/loading-state';
import { Problem } from '../api/client';
import { FailedPage } from './failed-page';
import { NotFoundPage } from './not-found-page';
import { routeTree } from './routes';

const MOST_TRIES = 2;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // Only what can pass by itself is tried again; a refusal is final.
      retry: (failures, error) =>
        failures < MOST_TRIES && error instanceof Problem && (error.status === 0 || error.status >= 502),
    },
  },
});

export const router = createRouter({
  routeTree,
  context: { queryClient },
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
  defaultPendingMs: 300,
  defaultPendingMinMs: 200,
  defaultPendingComponent: LoadingState,
  defaultErrorComponent: FailedPage,
  defaultNotFoundComponent: NotFoundPage,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

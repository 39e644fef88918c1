import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route';
import { requireSession } from '../../app/session';
import { readCorrectionSearch, readQueueSearch } from './queue-search';

const queue = createRoute({
  getParentRoute: () => rootRoute,
  path: '/review',
  validateSearch: readQueueSearch,
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./queue-page'), 'QueuePage'),
});

const reviewCase = createRoute({
  getParentRoute: () => rootRoute,
  path: '/review/$applicationId',
  // The list that the case was opened from: its neighbours, and the way back.
  validateSearch: readQueueSearch,
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./case-page'), 'CasePage'),
});

const correction = createRoute({
  getParentRoute: () => rootRoute,
  path: '/review/$applicationId/correction',
  validateSearch: readCorrectionSearch,
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./correction-page'), 'CorrectionPage'),
});

const decision = createRoute({
  getParentRoute: () => rootRoute,
  path: '/review/$applicationId/decision',
  validateSearch: readQueueSearch,
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./decision-page'), 'DecisionPage'),
});

const why = createRoute({
  getParentRoute: () => rootRoute,
  path: '/applications/$applicationId/decision',
  // The last decision unless the first is asked for: they differ after an appeal.
  validateSearch: (search: Record<string, unknown>): { instance?: 'first' } => ({
    instance: search.instance === 'first' ? 'first' : undefined,
  }),
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./why-page'), 'WhyPage'),
});

const appeal = createRoute({
  getParentRoute: () => rootRoute,
  path: '/applications/$applicationId/appeal',
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./appeal-page'), 'AppealPage'),
});

export const reviewRoutes = [queue, reviewCase, correction, decision, why, appeal] as const;

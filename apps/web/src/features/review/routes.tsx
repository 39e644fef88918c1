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
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./why-page'), 'WhyPage'),
});

export const reviewRoutes = [queue, reviewCase, correction, decision, why] as const;

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route';
import { requireSession } from '../../app/session';

const groups = createRoute({
  getParentRoute: () => rootRoute,
  path: '/apply',
  component: lazyRouteComponent(() => import('./groups-page'), 'GroupsPage'),
});

const start = createRoute({
  getParentRoute: () => rootRoute,
  path: '/apply/$slug',
  validateSearch: (search: Record<string, unknown>): { grade?: string } => ({
    grade: typeof search.grade === 'string' ? search.grade : undefined,
  }),
  component: lazyRouteComponent(() => import('./start-page'), 'StartPage'),
});

const mine = createRoute({
  getParentRoute: () => rootRoute,
  path: '/applications',
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./applications-page'), 'ApplicationsPage'),
});

const one = createRoute({
  getParentRoute: () => rootRoute,
  path: '/applications/$applicationId',
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./application-page'), 'ApplicationPage'),
});

const details = createRoute({
  getParentRoute: () => rootRoute,
  path: '/applications/$applicationId/details',
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./details-page'), 'DetailsPage'),
});

const section = createRoute({
  getParentRoute: () => rootRoute,
  path: '/applications/$applicationId/sections/$requirementId',
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./section-page'), 'SectionPage'),
});

const check = createRoute({
  getParentRoute: () => rootRoute,
  path: '/applications/$applicationId/check',
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./check-answers-page'), 'CheckAnswersPage'),
});

const submitted = createRoute({
  getParentRoute: () => rootRoute,
  path: '/applications/$applicationId/submitted',
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./submitted-page'), 'SubmittedPage'),
});

export const applyRoutes = [groups, start, mine, one, details, section, check, submitted] as const;

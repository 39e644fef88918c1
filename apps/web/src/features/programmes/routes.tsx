import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route';
import { requireSession } from '../../app/session';
import { type ActivitySearch, KINDS } from './programmes.api';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;
const day = (value: unknown): string | undefined => (DAY.test(String(value)) ? String(value) : undefined);
const whole = (value: unknown): number | undefined =>
  Number.isInteger(Number(value)) && Number(value) > 0 ? Number(value) : undefined;

function activitySearch(search: Record<string, unknown>): ActivitySearch {
  return {
    q: text(search.q),
    kind: KINDS.find((kind) => kind === search.kind),
    group: text(search.group),
    from: day(search.from),
    to: day(search.to),
    page: whole(search.page),
  };
}

const catalogue = createRoute({
  getParentRoute: () => rootRoute,
  path: '/activities',
  validateSearch: activitySearch,
  component: lazyRouteComponent(() => import('./catalogue-page'), 'CataloguePage'),
});

const activity = createRoute({
  getParentRoute: () => rootRoute,
  path: '/activities/$id',
  component: lazyRouteComponent(() => import('./activity-page'), 'ActivityPage'),
});

const managed = createRoute({
  getParentRoute: () => rootRoute,
  path: '/office/activities',
  beforeLoad: requireSession,
  validateSearch: (search: Record<string, unknown>): { q?: string; page?: number } => ({
    q: text(search.q),
    page: whole(search.page),
  }),
  component: lazyRouteComponent(() => import('./managed-page'), 'ManagedPage'),
});

const drafting = createRoute({
  getParentRoute: () => rootRoute,
  path: '/office/activities/new',
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./activity-form-page'), 'NewActivityPage'),
});

const editing = createRoute({
  getParentRoute: () => rootRoute,
  path: '/office/activities/$id/edit',
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./activity-form-page'), 'EditActivityPage'),
});

const roster = createRoute({
  getParentRoute: () => rootRoute,
  path: '/activities/$id/roster',
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./roster-page'), 'RosterPage'),
});

const registrations = createRoute({
  getParentRoute: () => rootRoute,
  path: '/registrations',
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./registrations-page'), 'RegistrationsPage'),
});

const credits = createRoute({
  getParentRoute: () => rootRoute,
  path: '/credits',
  beforeLoad: requireSession,
  validateSearch: (search: Record<string, unknown>): { year?: number } => ({ year: whole(search.year) }),
  component: lazyRouteComponent(() => import('./credits-page'), 'CreditsPage'),
});

export const programmesRoutes = [
  catalogue,
  activity,
  managed,
  drafting,
  editing,
  roster,
  registrations,
  credits,
] as const;

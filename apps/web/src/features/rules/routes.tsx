import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route';
import { requireSession } from '../../app/session';

const list = createRoute({
  getParentRoute: () => rootRoute,
  path: '/rules',
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./rules-page'), 'RulesPage'),
});

const one = createRoute({
  getParentRoute: () => rootRoute,
  path: '/rules/$gradeId',
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./rule-page'), 'RulePage'),
});

const desk = createRoute({
  getParentRoute: () => rootRoute,
  path: '/rules/desks/$groupId',
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./desk-page'), 'DeskPage'),
});

export const rulesRoutes = [list, one, desk] as const;

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route';
import { requireSession } from '../../app/session';

const answering = createRoute({
  getParentRoute: () => rootRoute,
  path: '/applications/$applicationId/disclosures/$requirementId',
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./answering-page'), 'AnsweringPage'),
});

const telling = createRoute({
  getParentRoute: () => rootRoute,
  path: '/disclosures',
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./telling-page'), 'TellingPage'),
});

export const disclosureRoutes = [answering, telling] as const;

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route';
import { requireSession } from '../../app/session';

const credential = createRoute({
  getParentRoute: () => rootRoute,
  path: '/applications/$applicationId/credentials/$requirementId',
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./credential-page'), 'CredentialPage'),
});

export const credentialsRoutes = [credential] as const;

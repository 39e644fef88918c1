import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route';
import { requireSession } from '../../app/session';

const credential = createRoute({
  getParentRoute: () => rootRoute,
  path: '/applications/$applicationId/credentials/$requirementId',
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./credential-page'), 'CredentialPage'),
});

const own = createRoute({
  getParentRoute: () => rootRoute,
  path: '/credentials',
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./own-credentials-page'), 'OwnCredentialsPage'),
});

const renewal = createRoute({
  getParentRoute: () => rootRoute,
  path: '/credentials/$credentialId/renewal',
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./renewal-page'), 'RenewalPage'),
});

export const credentialsRoutes = [credential, own, renewal] as const;

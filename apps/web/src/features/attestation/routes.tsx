import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route';

// The link of a mail to an institution; its token stands behind the # and never leaves the browser but in a header.
const attest = createRoute({
  getParentRoute: () => rootRoute,
  path: '/attest',
  component: lazyRouteComponent(() => import('./attest-page'), 'AttestPage'),
});

export const attestationRoutes = [attest] as const;

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route';
import { requireSession } from '../../app/session';

const certificates = createRoute({
  getParentRoute: () => rootRoute,
  path: '/certificates',
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./certificates-page'), 'CertificatesPage'),
});

const certificate = createRoute({
  getParentRoute: () => rootRoute,
  path: '/certificates/$id',
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./certificate-page'), 'CertificatePage'),
});

export const certificateRoutes = [certificates, certificate] as const;

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route';
import { requireSession } from '../../app/session';
import { CERTIFICATE_KINDS, ISSUED_STATES, type IssuedSearch } from './certificates.api';

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

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

const issued = createRoute({
  getParentRoute: () => rootRoute,
  path: '/office/certificates',
  beforeLoad: requireSession,
  validateSearch: (search: Record<string, unknown>): IssuedSearch => ({
    q: text(search.q) ?? (typeof search.q === 'number' ? String(search.q) : undefined),
    state: ISSUED_STATES.find((state) => state === search.state),
    kind: CERTIFICATE_KINDS.find((kind) => kind === search.kind),
    page: Number(search.page) > 1 ? Math.floor(Number(search.page)) : undefined,
  }),
  component: lazyRouteComponent(() => import('./issued-page'), 'IssuedPage'),
});

export const certificateRoutes = [certificates, certificate, issued] as const;

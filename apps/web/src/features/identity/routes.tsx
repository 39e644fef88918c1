import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route';
import { requireSession } from '../../app/session';

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const token = (search: Record<string, unknown>): { token?: string } => ({ token: textOf(search.token) });

const signIn = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { next?: string } => ({ next: textOf(search.next) }),
  component: lazyRouteComponent(() => import('./sign-in-page'), 'SignInPage'),
});

const signUp = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-up',
  component: lazyRouteComponent(() => import('./sign-up-page'), 'SignUpPage'),
});

const terms = createRoute({
  getParentRoute: () => rootRoute,
  path: '/terms',
  component: lazyRouteComponent(() => import('./terms-page'), 'TermsPage'),
});

const confirm = createRoute({
  getParentRoute: () => rootRoute,
  path: '/confirm',
  validateSearch: token,
  component: lazyRouteComponent(() => import('./confirm-page'), 'ConfirmPage'),
});

const forgot = createRoute({
  getParentRoute: () => rootRoute,
  path: '/forgot',
  component: lazyRouteComponent(() => import('./forgot-page'), 'ForgotPage'),
});

const reset = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reset',
  validateSearch: token,
  component: lazyRouteComponent(() => import('./reset-page'), 'ResetPage'),
});

const account = createRoute({
  getParentRoute: () => rootRoute,
  path: '/account',
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./account-page'), 'AccountPage'),
});

export const identityRoutes = [signIn, signUp, terms, confirm, forgot, reset, account] as const;

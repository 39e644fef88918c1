import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import type { Power } from '@himpun/identity';

/** What a route demands before its handler runs. */
export type RouteAccess =
  { kind: 'public' } | { kind: 'signed_in' } | { kind: 'powers'; anyOf: readonly Power[] };

export const ROUTE_ACCESS = 'himpun:route-access';

/** Anyone may call the route, with or without a session. */
export const Public = (): CustomDecorator =>
  SetMetadata(ROUTE_ACCESS, { kind: 'public' } satisfies RouteAccess);

/**
 * Signed-in people may call the route; with powers named, only those who hold one of them somewhere now.
 * Which records they may touch is decided inside the service. A route with neither decorator answers 403.
 */
export const Allow = (...anyOf: Power[]): CustomDecorator =>
  SetMetadata(
    ROUTE_ACCESS,
    (anyOf.length ? { kind: 'powers', anyOf } : { kind: 'signed_in' }) satisfies RouteAccess,
  );

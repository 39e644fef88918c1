import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DomainError, forbidden, holdsPowerSomewhere } from '@himpun/kernel';
import { Sessions } from '@himpun/identity';
import type { FastifyRequest } from 'fastify';
import { ROUTE_ACCESS, type RouteAccess } from './allow';
import { SessionCookie } from './session-cookie';

/** Finds out who calls, and refuses whatever the route does not allow; denies by default. */
@Injectable()
export class AllowGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    private readonly cookie: SessionCookie,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<RouteAccess | undefined>(ROUTE_ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const token = this.cookie.read(request);
    request.actor = token ? await this.sessions.resume(token) : null;
    if (!access) throw forbidden('route');
    if (access.kind === 'public') return true;
    const actor = request.actor;
    if (!actor) throw unauthenticated();
    if (access.kind === 'powers' && !access.anyOf.some((power) => holdsPowerSomewhere(actor, power))) {
      throw forbidden('route');
    }
    return true;
  }
}

function unauthenticated(): DomainError {
  return new DomainError('session.unauthenticated', {
    id: 'Anda belum masuk, atau sesi Anda sudah berakhir. Masuk lalu coba lagi.',
    en: 'You are not signed in, or your session has ended. Sign in, then try again.',
  });
}

import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DomainError, forbidden, holdsPowerSomewhere, type Actor } from '@himpun/kernel';
import { Sessions } from '@himpun/identity';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ROUTE_ACCESS, type RouteAccess } from './allow';
import { SessionCookie } from './session-cookie';
import { SESSION_LEFT, sessionLeft } from './session-left';

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
    request.actor = await this.actorOf(request, context.switchToHttp().getResponse<FastifyReply>());
    if (!access) throw forbidden('route');
    if (access.kind === 'public') return true;
    const actor = request.actor;
    if (!actor) throw unauthenticated();
    if (access.kind === 'powers' && !access.anyOf.some((power) => holdsPowerSomewhere(actor, power))) {
      throw forbidden('route');
    }
    return true;
  }

  /** Who calls; a session whose powers have risen gets a new token with this answer. */
  private async actorOf(request: FastifyRequest, reply: FastifyReply): Promise<Actor | null> {
    const token = this.cookie.read(request);
    const resumed = token ? await this.sessions.resume(token, isUse(request)) : null;
    if (resumed?.renewedToken) this.cookie.write(reply, resumed.renewedToken);
    if (resumed) void reply.header(SESSION_LEFT, sessionLeft(resumed.left));
    return resumed?.actor ?? null;
  }
}

/** A page with nobody before it says so; looking again by itself keeps no session alive. */
function isUse(request: FastifyRequest): boolean {
  return request.headers['himpun-attended'] !== '0';
}

function unauthenticated(): DomainError {
  return new DomainError('session.unauthenticated', {
    id: 'Anda belum masuk, atau sesi Anda sudah berakhir. Masuk lalu coba lagi.',
    en: 'You are not signed in, or your session has ended. Sign in, then try again.',
  });
}

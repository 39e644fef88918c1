import {
  Injectable,
  SetMetadata,
  type CanActivate,
  type CustomDecorator,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { clientNetwork } from './client-network';
import { Limiters } from './limiters';

/** How often one network may call a route. */
export interface RateLimit {
  /** Routes with the same name share one count. */
  name: string;
  points: number;
  seconds: number;
}

const RATE_LIMIT = 'himpun:rate-limit';

/** Limits a route per network of the caller; beyond it 429 with Retry-After. A whole workshop may sit behind one address. */
export const RateLimited = (limit: RateLimit): CustomDecorator => SetMetadata(RATE_LIMIT, limit);

/** Counts before anything else is done for the request. */
@Injectable()
export class RateLimitGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly limiters: Limiters,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const limit = this.reflector.getAllAndOverride<RateLimit | undefined>(RATE_LIMIT, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!limit) return true;
    const { ip } = context.switchToHttp().getRequest<FastifyRequest>();
    const limiter = this.limiters.named(limit.name, limit.points, limit.seconds);
    await this.limiters.take(limiter, clientNetwork(ip));
    return true;
  }
}

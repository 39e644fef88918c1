import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Sql } from '@himpun/database';
import type { FastifyReply } from 'fastify';
import { Public } from './allow';
import { RedisConnection } from './redis-connection';

/** For the machines that watch: `live` needs nothing, `ready` needs the database; without Redis we are degraded. */
@ApiExcludeController()
@Controller('health')
export class HealthController {
  constructor(
    private readonly sql: Sql,
    private readonly redis: RedisConnection,
  ) {}

  @Public()
  @Get('live')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Public()
  @Get('ready')
  async ready(
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ status: string; database: string; redis: string }> {
    const [database, redis] = await Promise.all([this.databaseUp(), this.redis.isUp()]);
    if (!database) void reply.status(503).header('Retry-After', '5');
    return {
      status: !database ? 'down' : redis ? 'ok' : 'degraded',
      database: database ? 'up' : 'down',
      redis: redis ? 'up' : 'down',
    };
  }

  private async databaseUp(): Promise<boolean> {
    try {
      await this.sql.row('SELECT 1 AS up');
      return true;
    } catch {
      return false;
    }
  }
}

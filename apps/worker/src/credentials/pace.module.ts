import { Global, Module } from '@nestjs/common';
import { SHARED_PACE } from '@himpun/credentials';
import { RedisModule } from '../queue/queue.module';
import { RedisPace } from './redis-pace';

/** Hands the pace that all workers share to the room that asks sources. */
@Global()
@Module({
  imports: [RedisModule],
  providers: [{ provide: SHARED_PACE, useClass: RedisPace }],
  exports: [SHARED_PACE],
})
export class PaceModule {}

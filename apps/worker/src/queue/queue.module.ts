import { BullModule } from '@nestjs/bull';
import { Module, type DynamicModule } from '@nestjs/common';
import { Settings } from '@himpun/kernel';
import { bullSettings } from './bull-settings';
import { CHOREOGRAPHY, type Choreography } from './choreography';
import { DeliveryRunner } from './delivery-runner';
import { Metrics } from './metrics';
import { OutboxPump } from './outbox-pump';
import { OutboxSweep } from './outbox-sweep';
import { Queues } from './queues';
import { RedisConnections } from './redis-connections';
import { SchedulesKeeper } from './schedules-keeper';
import { WorkerRuntime } from './worker-runtime';

@Module({ providers: [RedisConnections], exports: [RedisConnections] })
export class RedisModule {}

/** Bull and everything that knows it. */
@Module({})
export class QueueModule {
  static for(choreography: Choreography): DynamicModule {
    return {
      module: QueueModule,
      imports: [
        RedisModule,
        BullModule.forRootAsync({
          imports: [RedisModule],
          inject: [RedisConnections],
          useFactory: bullSettings,
        }),
        BullModule.registerQueueAsync(
          ...choreography.queues.map(({ name, limiter }) => ({
            name,
            inject: [Settings],
            useFactory: (settings: Settings) => {
              const limit = typeof limiter === 'function' ? limiter(settings) : limiter;
              return limit ? { limiter: limit } : {};
            },
          })),
        ),
      ],
      providers: [
        { provide: CHOREOGRAPHY, useValue: choreography },
        Metrics,
        Queues,
        OutboxPump,
        OutboxSweep,
        DeliveryRunner,
        SchedulesKeeper,
        WorkerRuntime,
      ],
      exports: [Queues, OutboxPump, OutboxSweep, SchedulesKeeper, DeliveryRunner, Metrics, RedisModule],
    };
  }
}

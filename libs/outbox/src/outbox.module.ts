import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Outbox } from './outbox';
import { OutboxDeliveries } from './outbox-deliveries.queries';
import { OutboxDelivery } from './outbox-delivery.entity';
import { OutboxMessage } from './outbox-message.entity';
import { OutboxPurge } from './outbox-purge';
import { OutboxRelay } from './outbox.relay';

/** Announcing, for every room; relaying, for the worker; dead letters, for officers. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([OutboxMessage, OutboxDelivery])],
  providers: [Outbox, OutboxRelay, OutboxPurge, OutboxDeliveries],
  exports: [Outbox, OutboxRelay, OutboxPurge, OutboxDeliveries],
})
export class OutboxModule {}

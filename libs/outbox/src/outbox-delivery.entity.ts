import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One message on its way to one queue: `queued` until its effect is there (`done`) or its attempts are used up (`dead`). */
@Entity('outbox_deliveries')
export class OutboxDelivery {
  @PrimaryColumn('uuid')
  messageId: string;

  @PrimaryColumn('text')
  queue: string;

  @Column('text')
  state: 'queued' | 'done' | 'dead';

  @Column('integer', { default: 0 })
  attempts: number;

  @Column('text', { nullable: true })
  lastError: string | null;

  @Column('timestamptz')
  queuedAt: Date;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;
}

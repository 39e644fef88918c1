import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something that happened, written in the transaction in which it happened; the worker relays it to its queues. */
@Entity('outbox_messages')
export class OutboxMessage {
  @PrimaryColumn('uuid')
  id: string;

  /** Library and past tense: `membership.application_submitted`. */
  @Column('text')
  type: string;

  /** Ids and plain facts; never personal data. */
  @Column('jsonb')
  payload: Record<string, unknown>;

  @Column('timestamptz')
  occurredAt: Date;

  @Column('timestamptz', { nullable: true })
  relayedAt: Date | null;
}

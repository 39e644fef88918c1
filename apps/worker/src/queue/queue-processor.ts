import type { RelayedMessage } from '@himpun/outbox';

/** Which try this is; `last` when a failure now makes the delivery dead. */
export interface Attempt {
  readonly number: number;
  readonly last: boolean;
}

/** A failure that trying again cannot heal: the delivery is dead at once. */
export class FinalError extends Error {
  override name = 'FinalError';
}

/**
 * Takes the messages of some queues to one verb of a room. Shallow, and idempotent by contract: a message comes at least
 * once, and may come again after its effect is there (a worker killed before it could say so). The room therefore does
 * nothing when the record is already where it should be, or writes under a unique key made of `message.id`.
 * Throw to be tried again (an error with `retryAfterMs` says when), `FinalError` to give up.
 */
export abstract class QueueProcessor {
  /** Names of the queues it works on. */
  abstract readonly queues: readonly string[];

  abstract effect(message: RelayedMessage, attempt: Attempt): Promise<void>;
}

import type { DeadLetter, QueueCount } from '@himpun/outbox';

/** A delivery that used up its tries and waits for a person. */
export class DeadLetterView {
  /** Id of the message; also the id of its job. */
  messageId: string;
  queue: string;
  /** What was announced: `membership.application_submitted`. */
  type: string;
  attempts: number;
  /** What went wrong last, as the program said it. */
  lastError: string | null;
  /** ISO 8601 instant at which it was given up. */
  endedAt: string;

  static of({ endedAt, ...letter }: DeadLetter): DeadLetterView {
    return { ...letter, endedAt: endedAt.toISOString() };
  }
}

/** How one queue stands. */
export class QueueView {
  queue: string;
  /** On their way, or waiting for another try. */
  queued: number;
  done: number;
  dead: number;

  /** One line per queue, in order of names. */
  static all(counts: readonly QueueCount[]): QueueView[] {
    const lines = new Map<string, QueueView>();
    for (const { queue, state, count } of counts) {
      const line = lines.get(queue) ?? { queue, queued: 0, done: 0, dead: 0 };
      lines.set(queue, { ...line, [state]: count });
    }
    return [...lines.values()].sort((one, other) => one.queue.localeCompare(other.queue));
  }
}

/** The queues, and what is left in them for a person. */
export class OperationsView {
  queues: QueueView[];
  /** Announced and not yet taken to any queue. */
  waiting: number;
  /** The newest, at most 200. */
  deadLetters: DeadLetterView[];
}

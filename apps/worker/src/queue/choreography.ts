import type { Type } from '@nestjs/common';
import type { Settings } from '@himpun/kernel';
import type { RelayedMessage } from '@himpun/outbox';
import type { QueueProcessor } from './queue-processor';
import type { ScheduledTask } from './scheduled-task';

/** How many jobs may start in how many milliseconds. */
export interface QueueLimiter {
  readonly max: number;
  readonly duration: number;
}

/** One Bull queue, as data. */
export interface QueueDefinition {
  /** Small letters and hyphens: `mail`, `checks-nppes`. */
  readonly name: string;
  /** Jobs at the same time in one worker process; default 5. */
  readonly concurrency?: number | ((settings: Settings) => number);
  /** At most `max` jobs start per `duration` milliseconds, over all workers together. */
  readonly limiter?: QueueLimiter | ((settings: Settings) => QueueLimiter | undefined);
  /** Tries before a delivery is dead; default 8, which spreads over some four minutes. */
  readonly attempts?: number;
  /** Milliseconds after which one try counts as failed; default 60 000. */
  readonly timeout?: number;
  /** Jobs that are done leave Redis at once (the outbox knows what became of them), where there are very many. */
  readonly forgetsDone?: boolean;
}

/** Queues that hear an event: their names, or a function of the message where the payload decides. */
export type Subscription =
  readonly string[] | ((payload: Readonly<RelayedMessage['payload']>) => readonly string[]);

/** Something that recurs: every `every` milliseconds, or at the times of `cron` (five fields, Asia/Jakarta). */
export type Schedule = {
  /** Room and act: `audit.seal`. */
  readonly name: string;
  /** The queue it runs in; `schedules` unless it needs rates or room of its own. */
  readonly queue: string;
  readonly task: Type<ScheduledTask>;
} & ({ readonly every: number } | { readonly cron: string });

/** Everything the worker does, on one page. */
export interface Choreography {
  readonly queues: readonly QueueDefinition[];
  readonly subscriptions: Readonly<Record<string, Subscription>>;
  readonly processors: readonly Type<QueueProcessor>[];
  readonly schedules: readonly Schedule[];
}

export const CHOREOGRAPHY = Symbol('choreography');

/** Names of queues that hear a message. Throws what a subscription's function throws. */
export function queuesOf(choreography: Choreography, message: RelayedMessage): readonly string[] {
  const subscription = choreography.subscriptions[message.type] ?? [];
  return typeof subscription === 'function' ? subscription(message.payload) : subscription;
}

/**
 * What does not fit together: names twice, subscriptions to queues that do not exist, queues that nobody works on.
 * @param worked the queues of each processor.
 */
export function choreographyFaults(
  choreography: Choreography,
  worked: readonly (readonly string[])[],
): string[] {
  const names = choreography.queues.map((queue) => queue.name);
  const scheduled = choreography.schedules.map((schedule) => schedule.queue);
  const processed = worked.flat();
  const heard = Object.values(choreography.subscriptions).flatMap((s) => (typeof s === 'function' ? [] : s));
  return [
    ...repeated(names).map((name) => `queue ${name} is defined twice`),
    ...repeated(processed).map((name) => `queue ${name} has two processors`),
    ...repeated(choreography.schedules.map((schedule) => schedule.name)).map(
      (name) => `schedule ${name} is defined twice`,
    ),
    ...absent([...heard, ...scheduled, ...processed], names).map((name) => `queue ${name} is not defined`),
    ...absent(heard, processed).map((name) => `queue ${name} has no processor`),
    ...processed
      .filter((name) => scheduled.includes(name))
      .map((name) => `queue ${name} cannot take both messages and schedules`),
  ];
}

function repeated(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, place) => names.indexOf(name) !== place))];
}

function absent(wanted: readonly string[], known: readonly string[]): string[] {
  return [...new Set(wanted.filter((name) => !known.includes(name)))];
}

import type { SourceLimits } from './check-source';
import { REGISTRIES } from './registry-list';

/** Sources in our own house. */
export const HOUSE_LIMITS = {
  // Canonical RDF is work for the processor: more at once only makes all of them late.
  signed_credential: { concurrency: 2, timeout: 20_000, attempts: 8 },
  authority_register: { concurrency: 10, timeout: 10_000, attempts: 8 },
} as const satisfies Record<string, SourceLimits>;

/** The limits of every source that has a queue of its own, as data: the worker makes its queues from it. */
export const SOURCE_LIMITS: Readonly<Record<string, SourceLimits>> = {
  ...HOUSE_LIMITS,
  ...Object.fromEntries(REGISTRIES.map(({ id, limits }) => [id, limits])),
};

/** The queue of a source: `checks-npi-registry`. */
export function checkQueueOf(source: string): string {
  return `checks-${source.replaceAll('_', '-')}`;
}

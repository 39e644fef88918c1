import type { Reason } from '@himpun/kernel';
import { ANSWER_REASONS } from './answer.policy';
import type { ComparedField } from './check-source';
import type { Reading } from './registry';

const NOTHING = { outcome: null, fields: [] };

/** The source could not be asked, or what came back is no answer. It may pass by itself. */
export function unavailable(detail: string): Reading {
  return { ...NOTHING, run: 'unavailable', reasons: [ANSWER_REASONS.source_unavailable], detail };
}

/** The source does not take this question; asking again would change nothing. */
export function refused(detail: string, more: Partial<Reading> = {}): Reading {
  return { ...NOTHING, run: 'refused', reasons: [ANSWER_REASONS.source_refused], detail, ...more };
}

/** The source keeps no records of this period, profession or country. */
export function notCovered(reason: Reason, fields: ComparedField[] = []): Reading {
  return { run: 'not_covered', outcome: null, fields, reasons: [reason] };
}

/** It was asked, and has no such record. */
export function notFound(...reasons: Reason[]): Reading {
  return { ...NOTHING, run: 'ran', outcome: 'not_found', reasons: [ANSWER_REASONS.not_found, ...reasons] };
}

/** What an HTTP status alone says; null when the body has to tell. */
export function readStatus(status: number): Reading | null {
  if (status === 408 || status === 425 || status === 429 || status >= 500)
    return unavailable(`HTTP ${status}`);
  // A registry that sends us elsewhere is being rebuilt, or is not the registry: never followed.
  if (status >= 300 && status < 400) return unavailable(`HTTP ${status}, a redirect`);
  return null;
}

/** The body as JSON; undefined when it is none (a page for people, half a document, nothing). */
export function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    return undefined;
  }
}

import { createHash } from 'node:crypto';
import { canonicalJson } from '@himpun/signatures';
import type { RequirementFacts } from '../requirement/requirement-facts';

/** SHA-256 of facts in canonical JSON (RFC 8785), lower-case hex. */
export function factsHash(facts: RequirementFacts): string {
  return createHash('sha256').update(canonicalJson(facts), 'utf8').digest('hex');
}

/** Facts as JSON holds them: what is stored, hashed and judged is the same, now and at every replay. */
export function plain<T>(facts: T): T {
  return JSON.parse(JSON.stringify(facts)) as T;
}

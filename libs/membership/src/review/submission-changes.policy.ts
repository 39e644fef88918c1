import type { SubmittedContent } from '../application/submitted-content';

/** One thing that differs between two submissions; null where it was not there. */
export interface SubmissionChange {
  /** A requirement's id, or `details`. */
  part: string;
  /** The field of the details, the answer or the claim; `evidence` for the number of files. */
  field: string;
  before: string | null;
  after: string | null;
}

/** What the applicant changed between one submission and the next, part by part, in the order of the newer one. */
export function submissionChanges(before: SubmittedContent, after: SubmittedContent): SubmissionChange[] {
  const [old, now] = [factsOf(before), factsOf(after)];
  const keys = [...new Set([...now.keys(), ...old.keys()])];
  return keys.flatMap((key) => {
    const change = { before: old.get(key) ?? null, after: now.get(key) ?? null };
    const [part = '', field = ''] = key.split('\n');
    return change.before === change.after ? [] : [{ part, field, ...change }];
  });
}

function factsOf(content: SubmittedContent): Map<string, string> {
  const facts = new Map<string, string>();
  const note = (part: string, field: string, value: unknown): void => {
    const text = worded(value);
    if (text !== '') facts.set(`${part}\n${field}`, text);
  };
  for (const [field, value] of Object.entries(content.details)) note('details', field, value);
  for (const [part, answer] of Object.entries(content.answers)) {
    for (const [field, value] of Object.entries(Object(answer) as object)) note(part, field, value);
  }
  for (const [part, offered] of Object.entries(content.credentials)) {
    const fields = new Set(offered.flatMap(({ claim }) => Object.keys(claim)));
    for (const field of fields) {
      note(part, field, offered.map(({ claim }) => worded(claim[field])).join('; '));
    }
    note(part, 'evidence', offered.flatMap(({ evidenceFileIds }) => evidenceFileIds).join(', '));
  }
  return facts;
}

function worded(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(worded).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

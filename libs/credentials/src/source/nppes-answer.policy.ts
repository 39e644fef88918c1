import { z } from 'zod';

/** A provider as NPPES v2.1 lists it; older recordings have numbers where today's have strings. */
export interface NppesRecord {
  number: string;
  /** NPI-1 a person, NPI-2 an organisation. */
  type: string;
  /** Present and former names, `First Middle Last`, and without the middle name where there is one. */
  names: string[];
  active: boolean;
  taxonomies: { description: string; state: string | null; licence: string | null; primary: boolean }[];
  lastUpdated: string | null;
}

export type NppesAnswer =
  | { kind: 'records'; records: NppesRecord[] }
  | { kind: 'errors'; errors: { number: string; description: string }[] }
  /** Not what NPPES answers: a page, half a document, another shape. May pass by itself. */
  | { kind: 'nonsense'; detail: string };

/** Empty values come as null, "", "NA", "--" or "<UNAVAIL>". */
const text = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => {
    const trimmed = value === null || value === undefined ? '' : String(value).trim();
    return /^(?:-+|na|n\/a|none|<unavail>|={2,})?$/i.test(trimmed) ? null : trimmed;
  });
const nameParts = z.looseObject({
  first_name: text,
  middle_name: text,
  last_name: text,
  organization_name: text,
  name: text,
});
const taxonomy = z.looseObject({
  desc: text,
  state: text,
  license: text,
  primary: z.union([z.boolean(), z.string()]).nullish(),
});
const record = z.looseObject({
  number: z.union([z.string(), z.number()]).transform(String),
  enumeration_type: text,
  basic: nameParts.extend({
    status: text,
    last_updated: text,
    deactivation_date: text,
    reactivation_date: text,
  }),
  taxonomies: z.array(taxonomy).nullish(),
  other_names: z.array(nameParts).nullish(),
});
const errors = z
  .array(z.looseObject({ number: z.union([z.string(), z.number()]).nullish(), description: text }))
  .min(1);
const answer = z.looseObject({
  Errors: errors.optional(),
  errors: errors.optional(),
  results: z.array(record).nullish(),
});

/** Reads the body of an answer with HTTP 200; errors come that way too. */
export function readNppes(json: unknown): NppesAnswer {
  if (json === undefined) return { kind: 'nonsense', detail: 'not JSON' };
  const parsed = answer.safeParse(json);
  if (!parsed.success) return { kind: 'nonsense', detail: 'JSON of another shape' };
  const faults = parsed.data.Errors ?? parsed.data.errors;
  if (faults) return { kind: 'errors', errors: faults.map(faultOf) };
  const { results } = parsed.data;
  if (!results) return { kind: 'nonsense', detail: 'neither results nor errors' };
  return { kind: 'records', records: results.map(recordOf) };
}

function faultOf({ number, description }: z.infer<typeof errors>[number]): {
  number: string;
  description: string;
} {
  return { number: String(number ?? '').padStart(2, '0'), description: description ?? '' };
}

function recordOf(result: z.infer<typeof record>): NppesRecord {
  const names = [result.basic, ...(result.other_names ?? [])].flatMap(namesOf);
  return {
    number: result.number,
    type: result.enumeration_type ?? 'NPI-1',
    names: [...new Set(names)],
    active: isActive(result.basic),
    taxonomies: (result.taxonomies ?? []).map((line) => ({
      description: line.desc ?? '',
      state: line.state,
      licence: line.license,
      primary: line.primary === true || line.primary === 'true',
    })),
    lastUpdated: result.basic.last_updated,
  };
}

/** Old records carry no status; a deactivation counts unless the number was given back later. */
function isActive(basic: z.infer<typeof record>['basic']): boolean {
  if (basic.status !== null) return /^(?:a|active)$/i.test(basic.status);
  const { deactivation_date: ended, reactivation_date: back } = basic;
  return ended === null || (back !== null && back >= ended);
}

function namesOf(parts: z.infer<typeof nameParts>): string[] {
  const written = (...words: (string | null)[]) => words.filter((word) => word !== null).join(' ');
  const { first_name: first, middle_name: middle, last_name: last } = parts;
  const person = [written(first, middle, last), ...(middle === null ? [] : [written(first, last)])];
  const names = first === null && last === null ? [parts.organization_name ?? parts.name ?? ''] : person;
  return names.filter((name) => name !== '');
}

import { z } from 'zod';

/** A provider as NPPES v2.1 lists it; older recordings have numbers where today's have strings. */
export interface NppesRecord {
  number: string;
  /** NPI-1 a person, NPI-2 an organisation. */
  type: string;
  /** Present and former names, `First Middle Last`. */
  names: string[];
  active: boolean;
  taxonomies: { description: string; state: string | null; licence: string | null; primary: boolean }[];
  lastUpdated: string | null;
}

export type NppesAnswer =
  | { kind: 'found'; record: NppesRecord }
  | { kind: 'none' }
  | { kind: 'errors'; errors: { number: string; description: string }[] }
  /** Not what NPPES answers: a page, half a document, another shape. May pass by itself. */
  | { kind: 'nonsense'; detail: string };

/** Empty values come as null, "", "NA" or "--". */
const text = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => {
    const trimmed = value === null || value === undefined ? '' : String(value).trim();
    return /^(?:--|na|n\/a)?$/i.test(trimmed) ? null : trimmed;
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
  basic: nameParts.extend({ status: text, last_updated: text }),
  taxonomies: z.array(taxonomy).nullish(),
  other_names: z.array(nameParts).nullish(),
});
const body = z.union([
  z.looseObject({
    Errors: z.array(z.looseObject({ number: z.union([z.string(), z.number()]), description: text })).min(1),
  }),
  z.looseObject({ result_count: z.coerce.number(), results: z.array(record) }),
]);

/** Reads the body of an answer with HTTP 200; errors come that way too. */
export function readNppes(content: string, number: string): NppesAnswer {
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch {
    return { kind: 'nonsense', detail: 'not JSON' };
  }
  const parsed = body.safeParse(json);
  if (!parsed.success) return { kind: 'nonsense', detail: 'JSON of another shape' };
  if ('Errors' in parsed.data) return { kind: 'errors', errors: errorsOf(parsed.data.Errors) };
  const { results } = parsed.data as { results: z.infer<typeof record>[] };
  const own = results.find((result) => result.number === number);
  if (own) return { kind: 'found', record: recordOf(own) };
  return results.length === 0
    ? { kind: 'none' }
    : { kind: 'nonsense', detail: 'an answer about another number' };
}

function errorsOf(errors: unknown): { number: string; description: string }[] {
  return (errors as { number: string | number; description: string | null }[]).map((error) => ({
    number: String(error.number).padStart(2, '0'),
    description: error.description ?? '',
  }));
}

function recordOf(result: z.infer<typeof record>): NppesRecord {
  const names = [result.basic, ...(result.other_names ?? [])].map(nameOf).filter((name) => name !== '');
  return {
    number: result.number,
    type: result.enumeration_type ?? 'NPI-1',
    names: [...new Set(names)],
    active: result.basic.status === null || result.basic.status === 'A',
    taxonomies: (result.taxonomies ?? []).map((line) => ({
      description: line.desc ?? '',
      state: line.state,
      licence: line.license,
      primary: line.primary === true || line.primary === 'true',
    })),
    lastUpdated: result.basic.last_updated,
  };
}

function nameOf(parts: z.infer<typeof nameParts>): string {
  const person = [parts.first_name, parts.middle_name, parts.last_name]
    .filter((part) => part !== null)
    .join(' ');
  return person === '' ? (parts.organization_name ?? parts.name ?? '') : person;
}

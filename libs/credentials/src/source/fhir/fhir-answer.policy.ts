import { z } from 'zod';

/** Parts of a FHIR R4 Practitioner that a claim can be compared with; anything else is left alone. */
const word = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => {
    const text = value === null || value === undefined ? '' : String(value).trim();
    return text === '' ? null : text;
  });
const list = <T extends z.ZodType>(item: T) =>
  z
    .union([z.array(item), item])
    .nullish()
    .transform((value): z.infer<T>[] =>
      value === null || value === undefined ? [] : ((Array.isArray(value) ? value : [value]) as z.infer<T>[]),
    );
const period = z.looseObject({ start: word, end: word }).nullish();
const identifier = z.looseObject({ system: word, value: word, use: word, period });
const concept = z
  .looseObject({ text: word, coding: list(z.looseObject({ code: word, display: word, system: word })) })
  .nullish();
const extension = z.looseObject({
  url: word,
  valueCode: word,
  valueString: word,
  valueCodeableConcept: concept,
});
const qualification = z.looseObject({
  identifier: list(identifier),
  code: concept,
  period,
  issuer: z.looseObject({ display: word, reference: word }).nullish(),
  status: z.union([z.string(), concept]).nullish(),
  extension: list(extension.extend({ extension: list(extension) })),
});
const practitioner = z.looseObject({
  resourceType: z.literal('Practitioner'),
  id: word,
  active: z.boolean().nullish(),
  birthDate: word,
  identifier: list(identifier),
  name: list(
    z.looseObject({
      use: word,
      text: word,
      family: word,
      given: list(word),
      prefix: list(word),
      suffix: list(word),
    }),
  ),
  qualification: list(qualification),
});
const outcome = z.looseObject({
  resourceType: z.literal('OperationOutcome'),
  issue: list(
    z.looseObject({
      severity: word,
      code: word,
      diagnostics: word,
      details: z.looseObject({ text: word }).nullish(),
    }),
  ),
});
const bundle = z.looseObject({
  resourceType: z.literal('Bundle'),
  total: z.coerce.number().nullish(),
  entry: list(z.looseObject({ resource: z.unknown(), search: z.looseObject({ mode: word }).nullish() })),
  link: list(z.looseObject({ relation: word, url: word })),
});
/** How gateways in front of FHIR servers refuse (Apigee), and how token servers do (RFC 6749 §5.2). */
const gateway = z.looseObject({
  fault: z
    .looseObject({ faultstring: word, detail: z.looseObject({ errorcode: word }).nullish() })
    .optional(),
  error: z.union([z.string(), z.looseObject({ message: word })]).optional(),
  error_description: word,
});

export type Practitioner = z.infer<typeof practitioner>;
export type Qualification = z.infer<typeof qualification>;
export type Issue = { severity: string | null; code: string; text: string };

export type FhirAnswer =
  | { kind: 'practitioners'; practitioners: Practitioner[]; total: number | null; next: string | null }
  | { kind: 'issues'; issues: Issue[] }
  | { kind: 'fault'; code: string }
  | { kind: 'nonsense'; detail: string };

/** Reads one body: a Bundle, a Practitioner alone, an OperationOutcome, or a gateway's own refusal. */
export function readFhir(json: unknown): FhirAnswer {
  if (typeof json !== 'object' || json === null) return { kind: 'nonsense', detail: 'no JSON object' };
  const type = (json as { resourceType?: unknown }).resourceType;
  if (type === 'Bundle') return readBundle(json);
  if (type === 'Practitioner') return readOne(json);
  if (type === 'OperationOutcome') {
    const parsed = outcome.safeParse(json);
    return parsed.success
      ? issuesOf([parsed.data])
      : { kind: 'nonsense', detail: 'a broken OperationOutcome' };
  }
  const refusal = gateway.safeParse(json);
  if (type === undefined && refusal.success) {
    const { fault, error } = refusal.data;
    if (fault) return { kind: 'fault', code: fault.detail?.errorcode ?? fault.faultstring ?? '' };
    if (error !== undefined)
      return { kind: 'fault', code: typeof error === 'string' ? error : (error.message ?? '') };
  }
  return { kind: 'nonsense', detail: `a resource ${String(type).slice(0, 40)}` };
}

function readOne(json: unknown): FhirAnswer {
  const parsed = practitioner.safeParse(json);
  if (!parsed.success) return { kind: 'nonsense', detail: 'a broken Practitioner' };
  return { kind: 'practitioners', practitioners: [parsed.data], total: 1, next: null };
}

function readBundle(json: unknown): FhirAnswer {
  const parsed = bundle.safeParse(json);
  if (!parsed.success) return { kind: 'nonsense', detail: 'a broken Bundle' };
  const { entry, total, link } = parsed.data;
  const resources = entry
    .filter(({ search }) => search?.mode === undefined || search.mode === null || search.mode === 'match')
    .map(({ resource }) => practitioner.safeParse(resource))
    .flatMap((one) => (one.success ? [one.data] : []));
  const faults = entry
    .map(({ resource }) => outcome.safeParse(resource))
    .flatMap((one) => (one.success ? [one.data] : []));
  const serious = faults.filter(({ issue }) =>
    issue.some(({ severity }) => /^(?:fatal|error)$/.test(severity ?? '')),
  );
  if (resources.length === 0 && serious.length > 0) return issuesOf(serious);
  const broken = entry.some(
    ({ resource }) =>
      (resource as { resourceType?: unknown } | null)?.resourceType === 'Practitioner' &&
      !practitioner.safeParse(resource).success,
  );
  if (broken) return { kind: 'nonsense', detail: 'a broken Practitioner' };
  const next = link.find(({ relation }) => relation === 'next')?.url ?? null;
  return { kind: 'practitioners', practitioners: resources, total: total ?? null, next };
}

function issuesOf(outcomes: readonly z.infer<typeof outcome>[]): FhirAnswer {
  const issues = outcomes.flatMap(({ issue }) =>
    issue.map(({ severity, code, diagnostics, details }) => ({
      severity,
      code: code ?? '',
      text: details?.text ?? diagnostics ?? '',
    })),
  );
  return { kind: 'issues', issues };
}

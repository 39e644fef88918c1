import type { LocalDate } from '@himpun/kernel';
import { ANSWER_REASONS } from '../answer.policy';
import { numberKey } from '../authority-key';
import { holderFinding } from '../holder.policy';
import { jsonOf, notFound, readStatus, refused, unavailable } from '../reading';
import type { Answered, Asked, Reading } from '../registry';
import { readFhir, type Practitioner } from './fhir-answer.policy';
import { faultReading, issuesReading } from './fhir-refusal.policy';
import { practitionerFinding } from './practitioner-finding.policy';
import { namesOf } from './practitioner-names';

/** What the pages of a FHIR R4 search for a Practitioner say of a claim. */
export function fhirReading({ status, pages }: Answered, asked: Asked, today: LocalDate): Reading {
  const read = pages.map((page) => readFhir(jsonOf(page)));
  const fault = read.find(({ kind }) => kind === 'issues' || kind === 'fault');
  // A busy server may say so with any body.
  const early = readStatus(status);
  if (early) return early;
  if (fault?.kind === 'issues') return atStatus(issuesReading(fault.issues), status);
  if (fault?.kind === 'fault') return atStatus(faultReading(fault.code), status);
  if (status === 404 || status === 410) return notFound();
  if (status >= 400) return refused(`HTTP ${status}`, status === 401 ? { tokenRefused: true } : {});
  const nonsense = read.find((page) => page.kind === 'nonsense');
  if (nonsense?.kind === 'nonsense' || read.length === 0) {
    return unavailable(`answered ${nonsense?.kind === 'nonsense' ? nonsense.detail : 'nothing'}`);
  }
  const bundles = read.filter((page) => page.kind === 'practitioners');
  const all = bundles.flatMap(({ practitioners }) => practitioners);
  const total = bundles[0]?.total ?? null;
  const next = bundles.at(-1)?.next ?? null;
  const finding = ofPractitioners(all, next === null, asked, today);
  if (finding) return finding;
  if (next !== null) return { ...unavailable('an answer in more pages than were read'), next };
  if (all.length === 0 && total !== null && total > 0) return unavailable(`${total} announced, none sent`);
  return notFound();
}

function atStatus(reading: Reading, status: number): Reading {
  return status === 401 ? { ...reading, tokenRefused: true } : reading;
}

/** Null when none of those on these pages is meant. A search that one person answers means that person. */
function ofPractitioners(
  all: readonly Practitioner[],
  whole: boolean,
  asked: Asked,
  today: LocalDate,
): Reading | null {
  const number = numberKey(asked.claim.number ?? '');
  const nationalId = numberKey(asked.person.nationalId ?? '');
  const bound = all.filter((one) => bears(one, number) || bears(one, nationalId));
  const fitting = bound.length > 0 ? bound : whole && all.length === 1 ? all : alike(all, asked);
  const [first] = fitting;
  if (!first) return null;
  const people = new Set(fitting.map(({ id }, at) => id ?? `#${at}`));
  if (people.size === 1) return practitionerFinding(first, asked, today);
  const named = alike(fitting, asked);
  const [one] = named;
  if (named.length === 1 && one) {
    const found = practitionerFinding(one, asked, today);
    const reasons = [...found.reasons, ANSWER_REASONS.several_records];
    return { ...found, outcome: found.outcome === 'match' ? 'partial' : found.outcome, reasons };
  }
  return { run: 'ran', outcome: 'partial', fields: [], reasons: [ANSWER_REASONS.several_records] };
}

/** Those whose name fits. */
function alike(all: readonly Practitioner[], asked: Asked): Practitioner[] {
  return all.filter((one) => holderFinding(namesOf(one), null, asked).verdict !== 'mismatch');
}

function bears({ id, identifier, qualification }: Practitioner, key: string): boolean {
  if (key === '') return false;
  const numbers = [...identifier, ...qualification.flatMap((one) => one.identifier)].map(
    ({ value }) => value,
  );
  return [...numbers, id].some((value) => numberKey(value ?? '') === key);
}

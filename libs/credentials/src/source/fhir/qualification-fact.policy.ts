import type { LocalDate } from '@himpun/kernel';
import type { Practitioner, Qualification } from './fhir-answer.policy';

/** What a record says of itself beside the comparison. */
export type Fact = 'revoked' | 'suspended' | 'expired' | 'early' | 'inactive';

/** R4 has no status of a qualification; profiles carry one as an extension, later versions as an element. */
const STATUS_URL = /status/i;

/** The gravest fact: withdrawn, suspended, not in use, over, not begun. Parts of dates count as their last and first day. */
export function factOf(one: Practitioner, own: Qualification | null, today: LocalDate): Fact | null {
  const status = own === null ? null : statusOf(own);
  if (status !== null && /revok|withdraw|cancel|issued-in-error|cabut|batal/i.test(status)) return 'revoked';
  if (status !== null && /suspend|inactive|beku|hold/i.test(status)) return 'suspended';
  if (one.active === false) return 'inactive';
  const end = own?.period?.end ?? null;
  if (end !== null && lastDay(end) < today) return 'expired';
  if (status !== null && /expire|lapse|kedaluwarsa/i.test(status)) return 'expired';
  const start = own?.period?.start ?? null;
  return start !== null && start.slice(0, 10).padEnd(10, '-01') > today ? 'early' : null;
}

function statusOf({ status, extension }: Qualification): string | null {
  if (typeof status === 'string') return status;
  const own = status?.coding?.[0]?.code ?? status?.text ?? null;
  if (own !== null) return own;
  const marked = extension
    .flatMap((one) => [one, ...one.extension])
    .find(({ url }) => STATUS_URL.test(url?.split('/').at(-1) ?? ''));
  return marked?.valueCode ?? marked?.valueString ?? marked?.valueCodeableConcept?.coding[0]?.code ?? null;
}

function lastDay(moment: string): LocalDate {
  const text = moment.slice(0, 10);
  if (text.length === 4) return `${text}-12-31`;
  return text.length === 7 ? `${text}-31` : text;
}

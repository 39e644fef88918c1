import { notFound, refused, unavailable } from '../reading';
import type { Reading } from '../registry';
import type { Issue } from './fhir-answer.policy';

/** FHIR R4 issue types that pass by themselves (http://hl7.org/fhir/R4/valueset-issue-type.html). */
const PASSING = new Set([
  'transient',
  'lock-error',
  'no-store',
  'exception',
  'timeout',
  'incomplete',
  'throttled',
]);
const ABSENT = new Set(['not-found', 'deleted']);
const TOKEN = new Set(['login', 'expired', 'unknown', 'security']);

/** What an OperationOutcome means for a check: its gravest issue decides. */
export function issuesReading(issues: readonly Issue[]): Reading {
  const grave = issues.filter(({ severity }) => severity === null || /^(?:fatal|error)$/.test(severity));
  const codes = (grave.length > 0 ? grave : issues).map(({ code }) => code);
  const detail = `OperationOutcome ${codes.join(', ')}`;
  if (codes.some((code) => PASSING.has(code))) return unavailable(detail);
  if (codes.some((code) => ABSENT.has(code))) return notFound();
  return refused(detail, codes.some((code) => TOKEN.has(code)) ? { tokenRefused: true } : {});
}

/** What a gateway's own words mean: busy passes by itself, anything else does not. */
export function faultReading(code: string): Reading {
  const busy = /quota|rate.?limit|spike|throttl|time.?out|unavailable|server_error|busy/i.test(code);
  if (busy) return unavailable(`gateway: ${code.slice(0, 100)}`);
  const token = /token|oauth|unauthori[sz]ed|invalid_client/i.test(code);
  return refused(`gateway: ${code.slice(0, 100)}`, token ? { tokenRefused: true } : {});
}

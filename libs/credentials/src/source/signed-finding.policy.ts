import type { CheckOutcome } from '../check/check.states';
import type { CredentialKind } from '../credential/claim';
import { subjectBinding, type KnownIdentifier, type SignedCredentialReport } from '../signed-credential';
import { outcomeOfFields } from './answer.policy';
import type { CheckAnswer, CheckRequest, ComparedField } from './check-source';
import { holderFinding } from './holder.policy';
import { achievedLevel, titleField } from './signed-claim.policy';
import { SIGNED_REASONS, signedReason } from './signed-reasons';

/** What the association believes an issuer for. */
export interface Trust {
  issuer: string;
  kinds: readonly CredentialKind[];
}

type Finding = Pick<CheckAnswer, 'run' | 'outcome' | 'reasons' | 'fields'>;

const CANNOT_JUDGE = new Set(['unsupported_format', 'unsupported_suite', 'unsigned', 'status_unsupported']);

/**
 * What a signed credential proves of a claim. A good signature alone proves nothing about the applicant: the issuer must be
 * trusted with this kind of claim, and the holder be bound by an identifier we know; a name alone is for a person.
 */
export function signedFinding(
  report: SignedCredentialReport,
  request: CheckRequest,
  trust: Trust | null,
): Finding {
  const outcome = OUTCOMES[report.outcome];
  const fields = fieldsOf(report, request);
  const reasons = report.reasons.map((code) => signedReason(code));
  if (outcome === 'inconclusive') {
    const run = CANNOT_JUDGE.has(report.reasons[0] ?? '') ? 'not_covered' : 'unavailable';
    return { run, outcome: null, reasons, fields };
  }
  if (outcome !== 'match') return { run: 'ran', outcome, reasons, fields };
  return verified(report, request, trust, fields);
}

function verified(
  report: SignedCredentialReport,
  request: CheckRequest,
  trust: Trust | null,
  fields: ComparedField[],
): Finding {
  const trusted = trust !== null && trust.kinds.includes(request.kind);
  const binding = subjectBinding(report.subject, knownOf(request));
  const named = report.subject.name === null ? null : holderFinding([report.subject.name], null, request);
  const issuer: ComparedField = {
    field: 'issuer',
    claimed: request.claim.institution,
    found: report.issuer.name ?? report.issuer.id,
    result: trusted ? 'match' : 'review',
  };
  const holder: ComparedField = {
    field: 'holder',
    claimed: request.person.confirmedEmail,
    found: binding === 'match' ? request.person.confirmedEmail : null,
    result: binding === 'match' ? 'match' : binding === 'mismatch' ? 'mismatch' : 'review',
  };
  const nameFields = (named?.fields ?? []).filter(({ field }) => field === 'name');
  const all = [issuer, holder, ...nameFields, ...fields];
  const outcome = outcomeOfFields(all, null);
  return {
    run: 'ran',
    outcome,
    fields: all,
    reasons: [
      ...(outcome === 'match' ? [SIGNED_REASONS.genuine] : []),
      ...(trusted
        ? []
        : [trust === null ? SIGNED_REASONS.issuer_untrusted : SIGNED_REASONS.issuer_other_kind]),
      ...(binding === 'mismatch' ? [SIGNED_REASONS.holder_differs] : []),
      ...(binding === 'absent' ? [SIGNED_REASONS.holder_by_name_only] : []),
      ...(named?.reasons ?? []),
      ...(fields.some(({ result }) => result === 'review') ? [SIGNED_REASONS.claim_differs] : []),
    ],
  };
}

/** The facts of the claim beside those of the credential. */
function fieldsOf(report: SignedCredentialReport, { kind, claim }: CheckRequest): ComparedField[] {
  const fields: ComparedField[] = [];
  const title = titleField(claim.title, [report.achievement?.name ?? null, report.name]);
  if (title) fields.push(title);
  if (kind === 'education' && claim.level !== null) {
    const level = achievedLevel(report.achievement?.type ?? null);
    fields.push({
      field: 'level',
      claimed: String(claim.level),
      found: level === null ? null : String(level),
      result: level === claim.level ? 'match' : 'review',
    });
  }
  if (claim.validUntil !== null && report.validUntil !== null) {
    const found = report.validUntil.slice(0, 10);
    fields.push({
      field: 'validUntil',
      claimed: claim.validUntil,
      found,
      result: found === claim.validUntil ? 'match' : 'review',
    });
  }
  return fields;
}

function knownOf({ person }: CheckRequest): KnownIdentifier[] {
  const email = person.confirmedEmail;
  return email === null
    ? []
    : [
        { type: 'emailAddress', value: email },
        { type: 'id', value: `mailto:${email}` },
      ];
}

const OUTCOMES: Record<SignedCredentialReport['outcome'], CheckOutcome | 'inconclusive'> = {
  verified: 'match',
  expired: 'expired',
  not_yet_valid: 'partial',
  revoked: 'revoked',
  suspended: 'suspended',
  mismatch: 'mismatch',
  invalid: 'mismatch',
  inconclusive: 'inconclusive',
};

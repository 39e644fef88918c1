import { JsonObject } from '@himpun/signatures';
import { decide } from '../outcome.policy';
import type { Reason } from '../reasons';
import type { SignedCredentialReport } from '../report';
import { refused, SignatureVerdict } from '../signature-verdict';
import type { BadgeAssertion } from '../signed-document';
import type { StatusFinding, StatusOptions } from '../status-finding';
import { assertionFacts, assertionFaults, assertionTimeFaults, verificationOf } from './assertion.policy';
import { badgeDocuments, BadgeDocuments } from './badge-documents';
import { hostedFault, scopeFault } from './hosted-badge';
import { revocation, signedVerdict } from './signed-badge';

const NOTHING: StatusFinding = { reasons: [], notes: [] };
const UNSETTLED: readonly Reason[] = [
  'hosted_copy_unavailable',
  'hosted_copy_ambiguous',
  'badge_unavailable',
  'issuer_unavailable',
];

/** Checks an Open Badges 2.0 assertion against what its issuer hosts, or by the issuer's signature. */
export async function checkOpenBadge2(
  badge: BadgeAssertion,
  options: StatusOptions,
): Promise<Omit<SignedCredentialReport, 'container'>> {
  const { assertion } = badge;
  const hosted = verificationOf(assertion.verification) === 'hosted';
  const base = {
    ...assertionFacts(assertion),
    securing: hosted ? ('hosted' as const) : badge.jws ? ('jwt' as const) : null,
    credential: assertion,
    key: null,
    notes: [],
  };
  const shape = assertionFaults(assertion);
  if (shape.length > 0) return { ...base, ...decide(shape, []) };
  const found = hosted ? await hostedFinding(assertion, options) : await signedFinding(badge, options);
  const time = assertionTimeFaults(assertion, options.at);
  // An assertion that says itself that it is over cannot become good by what its issuer still hosts.
  const open = found.verdict.reasons.every((reason) => UNSETTLED.includes(reason));
  return {
    ...base,
    ...(found.documents && assertionFacts(assertion, found.documents.badge, found.documents.issuer)),
    ...(open
      ? decide([], [...found.verdict.reasons, ...found.status.reasons, ...time])
      : decide(found.verdict.reasons, [...found.status.reasons, ...time])),
    key: found.verdict.key,
    notes: [...found.verdict.notes, ...found.status.notes],
  };
}

interface Finding {
  verdict: SignatureVerdict;
  status: StatusFinding;
  documents?: BadgeDocuments;
}

async function hostedFinding(assertion: JsonObject, { documents }: StatusOptions): Promise<Finding> {
  const fault = await hostedFault(assertion, documents);
  if (fault) return { verdict: refused(fault), status: NOTHING };
  if (assertion.revoked === true) return { verdict: refused('revoked'), status: NOTHING };
  const linked = await badgeDocuments(assertion, documents, false);
  if (typeof linked === 'string') return { verdict: refused(linked), status: NOTHING };
  const outside = scopeFault(assertion, linked);
  const verdict = outside ? refused(outside) : { reasons: [], notes: [], key: null };
  return { verdict, status: NOTHING, documents: linked };
}

async function signedFinding(
  { assertion, jws }: BadgeAssertion,
  { documents }: StatusOptions,
): Promise<Finding> {
  if (!jws) return { verdict: refused('unsigned'), status: NOTHING };
  const linked = await badgeDocuments(assertion, documents, true);
  if (typeof linked === 'string') return { verdict: refused(linked), status: NOTHING };
  const verdict = await signedVerdict(jws, assertion, linked.issuer, documents);
  const status = verdict.reasons.length > 0 ? NOTHING : await revocation(assertion, linked.issuer, documents);
  return { verdict, status, documents: linked };
}

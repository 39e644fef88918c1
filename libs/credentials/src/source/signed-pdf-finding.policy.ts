import type { Reason } from '@himpun/kernel';
import type { CheckOutcome } from '../check/check.states';
import type { CredentialKind } from '../credential/claim';
import { rootName } from '../issuer/trusted-issuer.access';
import type { SignedPdfReport } from '../signed-pdf';
import { outcomeOfFields } from './answer.policy';
import type { CheckAnswer, CheckRequest, ComparedField } from './check-source';
import { SIGNED_PDF_REASONS, signedPdfReason } from './signed-pdf-reasons';
import { SIGNED_REASONS } from './signed-reasons';

type Finding = Pick<CheckAnswer, 'run' | 'outcome' | 'reasons' | 'fields'>;
/** What the group believes a root certificate, and the signers under it, for. */
export interface SignerTrust {
  issuer: string;
  kinds: readonly CredentialKind[];
  signers: readonly string[];
}

const OUTCOMES: Partial<Record<SignedPdfReport['outcome'], CheckOutcome>> = {
  invalid: 'mismatch',
  mismatch: 'mismatch',
  revoked: 'revoked',
  not_yet_valid: 'partial',
};

/**
 * What a signed document proves of a claim. That it is genuine says who signed it: the group must believe this signer with this kind of
 * claim, and the document itself must name the person and, where one is claimed, the number. Whatever it leaves open is for a person.
 * @param text the document's text, null where it has none to read
 */
export function signedPdfFinding(
  report: SignedPdfReport,
  text: string | null,
  request: CheckRequest,
  trusted: readonly SignerTrust[],
): Finding {
  const reasons = report.reasons.map(signedPdfReason);
  if (report.outcome === 'inconclusive') return { run: 'not_covered', outcome: null, reasons, fields: [] };
  const refuted = OUTCOMES[report.outcome];
  if (refuted) return { run: 'ran', outcome: refuted, reasons, fields: [] };
  const issuer = issuerField(report, request, trusted);
  const said = [
    sayingField('name', request.person.fullName, text),
    sayingField('number', request.claim.number, text),
  ];
  const fields = [issuer.field, ...said.filter((field) => field !== null)];
  const outcome = outcomeOfFields(fields, null);
  return {
    run: 'ran',
    outcome,
    fields,
    reasons: [
      ...(outcome === 'match' ? [SIGNED_PDF_REASONS.genuine] : []),
      ...(issuer.reason ? [issuer.reason] : []),
      ...(text === null ? [SIGNED_PDF_REASONS.no_text] : []),
      ...(text !== null && said.some((field) => field?.result === 'review')
        ? [SIGNED_REASONS.claim_differs]
        : []),
    ],
  };
}

/** Who signed it first, and whether the group believes that signer under the root it leads to. */
function issuerField(
  { signatures }: SignedPdfReport,
  { kind, claim }: CheckRequest,
  trusted: readonly SignerTrust[],
): { field: ComparedField; reason: Reason | null } {
  const first = signatures.find((one) => one.kind === 'signature');
  const name = first?.root ? rootName(first.root) : null;
  const names = [first?.signer?.organization, first?.signer?.commonName].map((one) => plain(one ?? ''));
  const under = trusted.filter(({ issuer }) => issuer === name);
  const believed = under.filter(
    ({ signers }) => signers.length === 0 || signers.some((signer) => names.includes(plain(signer))),
  );
  const good = believed.some(({ kinds }) => kinds.includes(kind));
  return {
    field: {
      field: 'issuer',
      claimed: claim.institution ?? claim.authority,
      found: first?.signer?.organization ?? first?.signer?.commonName ?? null,
      result: good ? 'match' : 'review',
    },
    reason: good
      ? null
      : believed.length > 0
        ? SIGNED_REASONS.issuer_other_kind
        : SIGNED_PDF_REASONS.signer_untrusted,
  };
}

/** Whether the document says a word of the claim, whatever stands around it; null where nothing was claimed. */
function sayingField(field: string, claimed: string | null, text: string | null): ComparedField | null {
  if (claimed === null || plain(claimed) === '') return null;
  const says = text !== null && ` ${plain(text)} `.includes(` ${plain(claimed)} `);
  return { field, claimed, found: says ? claimed : null, result: says ? 'match' : 'review' };
}

/** Letters and digits only, as documents break and space their lines at will. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

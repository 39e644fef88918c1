import { dataIntegrityHash, hashNameOf, signatureHolds, suiteOf } from './data-integrity';
import { DocumentSource } from './document-source';
import { asList, isObject, JsonObject } from './json';
import { decodeMultibase } from './multibase';
import { SignatureFault, SignatureFaultCode } from './signature-fault';
import { resolveVerificationMethod, ProofPurpose, VerificationMethod } from './verification-method';

/** One proof of a document: verified with whose key, or why not. `claimedMethod` is the key the proof names, believed or not. */
export type ProofResult = { claimedMethod?: string; suite?: string } & (
  | { holds: true; method: VerificationMethod }
  | { holds: false; code: SignatureFaultCode; detail: string; method?: VerificationMethod }
);

export interface ProofOptions {
  at: Date;
  documents: DocumentSource;
  purpose?: ProofPurpose;
}

/** Clocks of signers run ahead a little; a proof from further in the future was made up. */
const CLOCK_SKEW_MS = 5 * 60_000;
const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/i;
const MOST_PROOFS = 10;

/**
 * Verifies every proof of a document, each by itself (a set) or after those it names in `previousProof` (a chain).
 * An empty answer means that the document is not signed. Judging the set is left to the caller: a single proof that
 * does not hold must not be outvoted by another that does.
 */
export async function verifyProofs(document: JsonObject, options: ProofOptions): Promise<ProofResult[]> {
  const { proof, ...unsecured } = document;
  const proofs = asList(proof);
  if (proofs.length > MOST_PROOFS) return [fault('too_complex', 'too many proofs')];
  const results: ProofResult[] = [];
  for (const one of proofs) {
    results.push(
      isObject(one)
        ? await verifyProof(unsecured, one, proofs, options)
        : fault('proof_malformed', 'not an object'),
    );
  }
  return results;
}

async function verifyProof(
  unsecured: JsonObject,
  proof: JsonObject,
  all: unknown[],
  options: ProofOptions,
): Promise<ProofResult> {
  const claimedMethod = typeof proof.verificationMethod === 'string' ? proof.verificationMethod : undefined;
  const named: { claimedMethod?: string; suite?: string } = { claimedMethod };
  let method: VerificationMethod | undefined;
  try {
    const suite = suiteOf(proof);
    named.suite = suite.name;
    assertWellFormed(proof, options);
    const purpose = options.purpose ?? 'assertionMethod';
    method = await resolveVerificationMethod(claimedMethod ?? '', purpose, options.documents, options.at);
    if (!suite.keys.includes(method.key.type)) throw new SignatureFault('key_type_mismatch');
    const signature = proofValueOf(proof);
    const covered = { ...unsecured, ...earlierProofs(proof, all) };
    const data = await dataIntegrityHash(covered, proof, suite, hashNameOf(method.key.type));
    if (!signatureHolds(data, signature, method.key)) throw new SignatureFault('signature_invalid');
    assertInTime(proof, options.at);
    return { ...named, holds: true, method };
  } catch (error) {
    if (!(error instanceof SignatureFault)) throw error;
    return { ...named, ...fault(error.code, error.message), method };
  }
}

function assertWellFormed(proof: JsonObject, options: ProofOptions): void {
  if (typeof proof.verificationMethod !== 'string' || proof.verificationMethod === '') {
    throw new SignatureFault('proof_malformed', 'no verification method');
  }
  for (const moment of [proof.created, proof.expires]) {
    if (
      moment !== undefined &&
      !(typeof moment === 'string' && DATE_TIME.test(moment) && !Number.isNaN(Date.parse(moment)))
    ) {
      throw new SignatureFault('proof_malformed', 'a date that is none');
    }
  }
  if (proof.proofPurpose !== (options.purpose ?? 'assertionMethod'))
    throw new SignatureFault('proof_purpose_invalid');
}

function assertInTime(proof: JsonObject, at: Date): void {
  const moment = (value: unknown) => (typeof value === 'string' ? Date.parse(value) : NaN);
  if (moment(proof.expires) <= at.getTime()) throw new SignatureFault('proof_expired');
  if (moment(proof.created) > at.getTime() + CLOCK_SKEW_MS) throw new SignatureFault('proof_from_the_future');
}

function proofValueOf(proof: JsonObject): Buffer {
  const { proofValue } = proof;
  // All four suites and Ed25519Signature2020 prescribe base58btc; another base would let one signature be written twice.
  if (typeof proofValue !== 'string' || !proofValue.startsWith('z'))
    throw new SignatureFault('proof_value_malformed');
  const signature = decodeMultibase(proofValue);
  if (signature.length !== 64 && signature.length !== 96)
    throw new SignatureFault('proof_value_malformed', 'wrong length');
  return signature;
}

/** A proof in a chain covers the proofs it follows as well. */
function earlierProofs(proof: JsonObject, all: unknown[]): JsonObject {
  const ids = asList(proof.previousProof);
  if (ids.length === 0) return {};
  const earlier = all
    .filter(isObject)
    .filter((other) => other.id !== undefined && other !== proof && ids.includes(other.id));
  if (earlier.length !== ids.length) throw new SignatureFault('proof_chain_broken');
  return { proof: earlier };
}

function fault(
  code: SignatureFaultCode,
  detail: string,
): { holds: false; code: SignatureFaultCode; detail: string } {
  return { holds: false, code, detail };
}

import type { Certificate } from 'pkijs';
import { certificatesIn, rootOf, x509 } from '@himpun/signatures';
import type { Outcome } from '../signed-credential';
import { verifyCms, verifyTimestamp, type CmsSignature } from './cms-signature';
import { leavesContentAlone } from './later-changes';
import { outcomeOfPdf, type PdfReason } from './pdf-reasons';
import { revocationEvidence, revokedAt } from './revocation';
import { signerOf, type PdfSigner } from './signer';
import { signatureFields, type FoundSignature, type SignatureField } from './signature-fields';

export interface PdfCheckOptions {
  /** The moment it is checked for. */
  at: Date;
  /** PEM texts of the root certificates that are believed. */
  roots: readonly string[];
}

/** What is known of one signature. */
export interface PdfSignatureReport {
  kind: 'signature' | 'timestamp';
  outcome: Outcome;
  reasons: PdfReason[];
  signer: PdfSigner | null;
  /** SHA-256 of the root certificate the signer's leads to, hexadecimal. */
  root: string | null;
  /** When it was signed: proven by a time stamp, or by the signer's own word. */
  signedAt: Date | null;
  provenTime: boolean;
  /** Whether it covers the file to its last byte. */
  wholeFile: boolean;
}

/** Outcome of a check of a document: the heaviest of its signatures. */
export interface SignedPdfReport {
  format: 'signed-pdf' | 'pdf';
  outcome: Outcome;
  reasons: PdfReason[];
  notes: string[];
  signatures: PdfSignatureReport[];
}

const LARGEST = 25 * 1024 * 1024;
const CLOCK_SKEW_MS = 5 * 60_000;
const DETACHED = ['adbe.pkcs7.detached', 'ETSI.CAdES.detached'];
const WEIGHT: Outcome[] = ['invalid', 'mismatch', 'revoked', 'not_yet_valid', 'inconclusive', 'verified'];

/** Whether the bytes are those of a PDF; some writers put a line before the mark. */
export function isPdf(file: Buffer): boolean {
  return file.subarray(0, 1024).includes('%PDF-');
}

/**
 * Checks the signatures of a PDF (PAdES and its older kin). `verified` means: every signature holds over what it covers, by certificates that lead
 * to the roots and were good when it signed; together they cover the file to its end; and nothing but validation data and further signatures came
 * after the first. What the document says, and whether its signer may say so, is for the caller to judge.
 */
export async function checkSignedPdf(file: Buffer, options: PdfCheckOptions): Promise<SignedPdfReport> {
  if (file.length > LARGEST) return unsigned('too_large');
  const found = signatureFields(file);
  if (found.length === 0) return unsigned('unsigned_document');
  const signatures: PdfSignatureReport[] = [];
  const notes: string[] = [];
  for (const one of found) signatures.push(await checkOne(one, file, options, notes));
  const reasons = [...signatures.flatMap((one) => one.reasons), ...(await coverageFaults(found, file))];
  if (signatures.every(({ kind, reasons: own }) => kind === 'timestamp' && own.length === 0))
    reasons.push('timestamp_only');
  if (/\/Encrypt\b/.test(file.toString('latin1'))) notes.push('encrypted');
  return { format: 'signed-pdf', ...decided(reasons), notes: [...new Set(notes)], signatures };
}

async function checkOne(
  field: FoundSignature,
  file: Buffer,
  options: PdfCheckOptions,
  notes: string[],
): Promise<PdfSignatureReport> {
  const none = { signer: null, root: null, signedAt: null, provenTime: false, wholeFile: false };
  if ('fault' in field) return { kind: 'signature', ...none, ...decided([field.fault]) };
  const { gapFrom, gapTo, end } = field.range;
  const covered = Buffer.concat([file.subarray(0, gapFrom), file.subarray(gapTo, end)]);
  const base = { ...none, wholeFile: end === file.length };
  if (field.subFilter === 'ETSI.RFC3161') return checkStamp(field, covered, base, options, notes);
  if (!DETACHED.includes(field.subFilter))
    return { kind: 'signature', ...base, ...decided(['unsupported_suite']) };
  const cms = await verifyCms(field.cms, covered);
  if (typeof cms === 'string') return { kind: 'signature', ...base, ...decided([cms]) };
  const time = await signingTime(cms, options);
  notes.push(...cms.weak.map((hash) => `weak_hash:${hash}`), time.proven ? 'time_proven' : 'time_claimed');
  const root = await trustedAt(cms.signer, cms.certificates, options.roots, time.at ?? options.at);
  const reasons = await signerFaults(cms, root, file, time, options);
  return {
    kind: 'signature',
    ...base,
    ...decided(reasons),
    signer: signerOf(cms.signer),
    root,
    signedAt: time.at,
    provenTime: time.proven,
  };
}

async function checkStamp(
  field: SignatureField,
  covered: Buffer,
  base: Omit<PdfSignatureReport, 'kind' | 'outcome' | 'reasons'>,
  { roots }: PdfCheckOptions,
  notes: string[],
): Promise<PdfSignatureReport> {
  const stamp = await verifyTimestamp(field.cms, covered);
  if (!stamp) return { kind: 'timestamp', ...base, ...decided(['signature_invalid']) };
  const trusted = await trustedAt(stamp.signer, stamp.certificates, roots, stamp.at);
  // A stamp says when, not who: one that is not trusted takes nothing from the signatures.
  if (trusted === null) notes.push('timestamp_untrusted');
  return {
    kind: 'timestamp',
    ...base,
    ...decided([]),
    signer: signerOf(stamp.signer),
    signedAt: stamp.at,
    provenTime: trusted !== null,
  };
}

interface SigningTime {
  at: Date | null;
  proven: boolean;
}

/** A time stamp's, else the signer's signed word. The date in the dictionary is the program's that filled it in, and counts for nothing. */
async function signingTime(cms: CmsSignature, { roots }: PdfCheckOptions): Promise<SigningTime> {
  const claimed = { at: cms.claimedAt, proven: false };
  if (!cms.timestamp) return claimed;
  const stamp = await verifyTimestamp(
    new Uint8Array(cms.timestamp.token),
    new Uint8Array(cms.timestamp.over),
  );
  const trusted = stamp !== undefined && (await trustedAt(stamp.signer, stamp.certificates, roots, stamp.at));
  return trusted ? { at: stamp.at, proven: true } : claimed;
}

async function signerFaults(
  { signer, certificates, revocationInfo }: CmsSignature,
  root: string | null,
  file: Buffer,
  time: SigningTime,
  { at, roots }: PdfCheckOptions,
): Promise<PdfReason[]> {
  const then = time.at ?? at;
  if (then.getTime() > at.getTime() + CLOCK_SKEW_MS) return ['signed_in_the_future'];
  const pki = await x509();
  const believed = roots
    .flatMap(certificatesIn)
    .map((der) => pki.Certificate.fromBER(Uint8Array.from(der).buffer));
  const evidence = await revocationEvidence(file, revocationInfo);
  const revoked = await revokedAt(signer, [...certificates, ...believed], evidence);
  if (revoked && !(time.proven && revoked instanceof Date && revoked > then)) return ['certificate_revoked'];
  if (root !== null) return [];
  const { notBefore, notAfter } = signer;
  const outOfDate = then < notBefore.value || then > notAfter.value;
  return [...(outOfDate ? (['certificate_out_of_date'] as const) : []), 'certificate_untrusted'];
}

/** The root a certificate led to at the moment; null for none that is believed. */
async function trustedAt(
  signer: Certificate,
  certificates: readonly Certificate[],
  roots: readonly string[],
  at: Date,
): Promise<string | null> {
  if (roots.length === 0) return null;
  const others = certificates.filter((one) => one !== signer);
  return rootOf(
    [signer, ...others].map((one) => new Uint8Array(one.toSchema(true).toBER())),
    roots,
    at,
  );
}

/** What stands between the signatures, and after the last. */
async function coverageFaults(found: readonly FoundSignature[], file: Buffer): Promise<PdfReason[]> {
  const ends = found.flatMap((one) => ('fault' in one ? [] : [one.range.end]));
  for (const [index, end] of ends.entries()) {
    const next = ends[index + 1];
    const same = next === undefined ? end === file.length : end === next;
    const alone =
      same || (await leavesContentAlone(file, end, next ?? file.length, next ? 'signature' : 'evidence'));
    if (!alone) return ['changed_after_signing'];
  }
  return [];
}

function unsigned(reason: PdfReason): SignedPdfReport {
  return { format: 'pdf', ...decided([reason]), notes: [], signatures: [] };
}

function decided(found: readonly PdfReason[]): { outcome: Outcome; reasons: PdfReason[] } {
  const rank = (reason: PdfReason) => WEIGHT.indexOf(outcomeOfPdf(reason));
  const reasons = [...new Set(found)].sort((a, b) => rank(a) - rank(b));
  return { outcome: reasons[0] === undefined ? 'verified' : outcomeOfPdf(reasons[0]), reasons };
}

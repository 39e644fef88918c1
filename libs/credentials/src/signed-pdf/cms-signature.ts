import { createHash } from 'node:crypto';
import type * as Asn1 from 'asn1js';
import type { Certificate, SignedData } from 'pkijs';
import { x509 } from '@himpun/signatures';
import type { PdfReason } from './pdf-reasons';

/** A signature that holds over what it covers, and what is needed to judge its signer. */
export interface CmsSignature {
  signer: Certificate;
  /** Every certificate that came along, the signer's too. */
  certificates: Certificate[];
  /** The signer's own word, from the signed attributes. */
  claimedAt: Date | null;
  /** A time stamp over the signature itself (RFC 3161), and what it is over. */
  timestamp: { token: ArrayBuffer; over: ArrayBuffer } | null;
  /** CRLs and OCSP answers inside the signature (`adbe-revocationInfoArchival`). */
  revocationInfo: Asn1.Sequence | null;
  /** Names of the weak hash functions in use; the signature counts, and it is said. */
  weak: string[];
}

const SIGNING_TIME = '1.2.840.113549.1.9.5';
const SIGNING_CERTIFICATE = '1.2.840.113549.1.9.16.2.12';
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47';
const TIMESTAMP = '1.2.840.113549.1.9.16.2.14';
const REVOCATION_INFO = '1.2.840.113583.1.1.8';
const HASHES: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

/**
 * Verifies a detached CMS signature (RFC 5652, one signer) over data, and that the signing certificate is the one the signature names
 * (RFC 5035). Whether to trust the certificate is another question.
 */
export async function verifyCms(der: Uint8Array, data: Uint8Array): Promise<CmsSignature | PdfReason> {
  const pki = await x509();
  const signed = await signedDataIn(der);
  const info = signed?.signerInfos[0];
  if (!signed || !info || signed.signerInfos.length !== 1) return 'signature_malformed';
  if (signed.encapContentInfo.eContent) return 'signature_malformed';
  const verified = await holds(signed, data);
  if (typeof verified === 'string') return verified;
  const attributes = new Map(
    [...(info.signedAttrs?.attributes ?? []), ...(info.unsignedAttrs?.attributes ?? [])].map((one) => [
      one.type,
      one.values[0],
    ]),
  );
  const named = attributes.get(SIGNING_CERTIFICATE_V2) ?? attributes.get(SIGNING_CERTIFICATE);
  if (named && !namesCertificate(named, verified, attributes.has(SIGNING_CERTIFICATE_V2)))
    return 'signing_certificate_differs';
  const time = attributes.get(SIGNING_TIME);
  const stamp = attributes.get(TIMESTAMP) as Asn1.Sequence | undefined;
  const hash = HASHES[info.digestAlgorithm.algorithmId] ?? 'sha256';
  return {
    signer: verified,
    certificates: (signed.certificates ?? []).filter((one) => one instanceof pki.Certificate),
    claimedAt: time && 'toDate' in time ? (time as Asn1.UTCTime).toDate() : null,
    timestamp: stamp
      ? { token: stamp.toBER(), over: info.signature.valueBlock.valueHexView.slice().buffer }
      : null,
    revocationInfo: (attributes.get(REVOCATION_INFO) as Asn1.Sequence | undefined) ?? null,
    weak: hash === 'sha1' ? [hash] : [],
  };
}

/**
 * Verifies a time stamp token (RFC 3161) over data. @returns its moment and whose it is; undefined when it does not hold.
 */
export async function verifyTimestamp(
  token: Uint8Array,
  over: Uint8Array,
): Promise<{ at: Date; signer: Certificate; certificates: Certificate[] } | undefined> {
  const pki = await x509();
  const signed = await signedDataIn(token);
  const content = signed?.encapContentInfo.eContent;
  if (!signed || !content || signed.encapContentInfo.eContentType !== TST_INFO) return undefined;
  const signer = await holds(signed, over);
  if (typeof signer === 'string' || !mayStamp(signer)) return undefined;
  try {
    const info = pki.TSTInfo.fromBER(content.getValue());
    const certificates = (signed.certificates ?? []).filter((one) => one instanceof pki.Certificate);
    return { at: info.genTime, signer, certificates };
  } catch {
    return undefined;
  }
}

const TST_INFO = '1.2.840.113549.1.9.16.1.4';
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';

/** RFC 3161 §2.3: the key of a time stamping authority is for nothing else. */
function mayStamp(certificate: Certificate): boolean {
  const usage = certificate.extensions?.find(({ extnID }) => extnID === '2.5.29.37')?.parsedValue as
    { keyPurposes?: string[] } | undefined;
  return usage?.keyPurposes?.includes(TIME_STAMPING) ?? false;
}

async function signedDataIn(der: Uint8Array): Promise<SignedData | undefined> {
  const [pki, asn1] = await Promise.all([x509(), import('asn1js')]);
  const bytes = Uint8Array.from(der);
  try {
    const parsed = asn1.fromBER(bytes.buffer);
    if (parsed.offset === -1 || bytes.subarray(parsed.offset).some((byte) => byte !== 0)) return undefined;
    const content = new pki.ContentInfo({ schema: parsed.result });
    return content.contentType === pki.ContentInfo.SIGNED_DATA
      ? new pki.SignedData({ schema: content.content })
      : undefined;
  } catch {
    return undefined;
  }
}

async function holds(signed: SignedData, data: Uint8Array): Promise<Certificate | PdfReason> {
  try {
    const { signatureVerified, signerCertificate } = await signed.verify({
      signer: 0,
      data: Uint8Array.from(data).buffer,
      checkChain: false,
      extendedMode: true,
    });
    return signatureVerified && signerCertificate ? signerCertificate : 'signature_invalid';
  } catch (error) {
    return faultOf(error);
  }
}

/** The library throws for what does not hold as well as for what it does not know. */
function faultOf(error: unknown): PdfReason {
  const text =
    error instanceof Error ? error.message : String((error as { message?: unknown }).message ?? error);
  return /unsupported|unrecognized|unknown|not supported|incorrect (?:hash|algorithm)/i.test(text)
    ? 'unsupported_suite'
    : 'signature_invalid';
}

/** SigningCertificate(V2) ::= SEQUENCE OF ESSCertID; the first one is the signer's. */
function namesCertificate(value: Asn1.BaseBlock, signer: Certificate, v2: boolean): boolean {
  const first = child(child(value, 0), 0);
  const parts = childrenOf(first);
  const algorithm =
    v2 && parts[0] && 'valueBlock' in parts[0] && childrenOf(parts[0]).length > 0
      ? childrenOf(parts[0])[0]
      : undefined;
  const oid = algorithm ? String(algorithm.valueBlock) : undefined;
  const digest = parts.find((part) => 'valueHexView' in part.valueBlock && part.idBlock.tagNumber === 4);
  const name = v2 ? (oid === undefined ? 'sha256' : HASHES[oid]) : 'sha1';
  if (!digest || name === undefined) return false;
  const expected = createHash(name)
    .update(Buffer.from(signer.toSchema(true).toBER()))
    .digest();
  return expected.equals(Buffer.from((digest as Asn1.OctetString).valueBlock.valueHexView));
}

function childrenOf(block: Asn1.BaseBlock | undefined): Asn1.BaseBlock[] {
  const value = (block?.valueBlock as { value?: unknown } | undefined)?.value;
  return Array.isArray(value) ? (value as Asn1.BaseBlock[]) : [];
}

function child(block: Asn1.BaseBlock | undefined, at: number): Asn1.BaseBlock | undefined {
  return childrenOf(block)[at];
}

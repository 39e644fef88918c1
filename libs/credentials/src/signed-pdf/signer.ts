import { createHash } from 'node:crypto';
import type { Certificate } from 'pkijs';

/** Who a certificate names. */
export interface PdfSigner {
  /** `CN=…, O=…, C=…`, as far as the certificate has them. */
  name: string;
  commonName: string | null;
  organization: string | null;
  email: string | null;
  /** SHA-256 of the certificate, hexadecimal. */
  fingerprint: string;
}

const PARTS: readonly [string, string][] = [
  ['CN', '2.5.4.3'],
  ['O', '2.5.4.10'],
  ['OU', '2.5.4.11'],
  ['C', '2.5.4.6'],
];

/** Reads the subject of a certificate. */
export function signerOf(certificate: Certificate): PdfSigner {
  const part = (oid: string) => {
    const found = certificate.subject.typesAndValues.find(({ type }) => type === oid);
    const value: unknown = found?.value.valueBlock.value;
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const named = PARTS.map(([name, oid]) => [name, part(oid)]).filter(([, value]) => value !== null);
  return {
    name: named.map((pair) => pair.join('=')).join(', '),
    commonName: part('2.5.4.3'),
    organization: part('2.5.4.10'),
    email: part('1.2.840.113549.1.9.1'),
    fingerprint: createHash('sha256')
      .update(Buffer.from(certificate.toSchema(true).toBER()))
      .digest('hex'),
  };
}

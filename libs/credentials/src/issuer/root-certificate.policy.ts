import { X509Certificate } from 'node:crypto';
import type { Reason } from '@himpun/kernel';

/** What a root certificate says of itself. */
export interface RootCertificate {
  /** Its subject on one line, the most telling part first: `CN=…, O=…, C=…`. */
  subject: string;
  /** Holds from and until these instants, both included. */
  validFrom: Date;
  validUntil: Date;
  /** SHA-256 of the certificate, upper-case pairs with colons, as certificate tools print it. */
  fingerprint: string;
}

/** Reads a PEM of exactly one authority's certificate; or says why it cannot be one. */
export function readRootCertificate(pem: string): RootCertificate | Reason {
  try {
    const certificate = new X509Certificate(pem);
    const single = pem.split('-----BEGIN CERTIFICATE-----').length === 2;
    if (!certificate.ca || !single) return CERTIFICATE_WRONG;
    return {
      subject: certificate.subject.split('\n').reverse().join(', '),
      validFrom: new Date(certificate.validFrom),
      validUntil: new Date(certificate.validTo),
      fingerprint: certificate.fingerprint256,
    };
  } catch {
    return CERTIFICATE_WRONG;
  }
}

const CERTIFICATE_WRONG: Reason = {
  code: 'certificate_wrong',
  field: 'rootCertificate',
  text: {
    id: 'Isi satu sertifikat akar (CA) dalam bentuk PEM.',
    en: 'Enter one root certificate of an authority (CA) in PEM.',
  },
};

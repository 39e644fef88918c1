import { X509Certificate } from 'node:crypto';
import { chainsToRoot, Jws, jwsHolds, keyFromObject, SignatureFault } from '@himpun/signatures';
import { accepted, refused, SignatureOptions, SignatureVerdict } from './signature-verdict';

const MOST_CERTIFICATES = 10;

/** A verdict, and whether it stands whatever keys the issuer may serve elsewhere. */
export interface CertificateVerdict {
  settled: boolean;
  verdict: SignatureVerdict;
}

/**
 * The verdict by the certificates a token carries (`x5c`, RFC 7515 §4.1.6): they must lead to a root that was configured, and the first
 * one must be the issuer's by its alternative names (SD-JWT VC, "X.509 certificates"). Undefined for a token without any.
 * @throws SignatureFault `key_malformed`, `key_weak`, `unsupported_suite`
 */
export async function certificateVerdict(
  jws: Jws,
  issuer: string,
  { roots = [], at }: SignatureOptions,
): Promise<CertificateVerdict | undefined> {
  const { x5c } = jws.header;
  if (x5c === undefined) return undefined;
  const chain = certificatesIn(x5c);
  const [own] = chain;
  if (!own) throw new SignatureFault('key_malformed', 'an empty x5c');
  const key = keyFromObject(own.publicKey);
  if (!jwsHolds(jws, key)) return { settled: true, verdict: refused('signature_invalid') };
  const trusted =
    roots.length > 0 &&
    (await chainsToRoot(
      chain.map(({ raw }) => raw),
      roots,
      at,
    ));
  if (!trusted) return { settled: false, verdict: refused('certificate_untrusted') };
  const bound = issuer === certifiedIssuer(x5c) || namesIssuer(own, issuer);
  return { settled: true, verdict: bound ? accepted(key, null) : refused('issuer_not_bound') };
}

/** Who the first certificate of a token belongs to, for tokens that name no issuer beside it; null when it cannot be told. */
export function certifiedIssuer(x5c: unknown): string | null {
  if (x5c === undefined) return null;
  try {
    const [own] = certificatesIn(x5c);
    const [uri] = namesOf(own, 'URI');
    const [host] = namesOf(own, 'DNS');
    return uri ?? (host === undefined ? (own?.subject.replaceAll('\n', ', ') ?? null) : `https://${host}`);
  } catch (error) {
    if (error instanceof SignatureFault) return null;
    throw error;
  }
}

function namesIssuer(certificate: X509Certificate, issuer: string): boolean {
  if (namesOf(certificate, 'URI').includes(issuer)) return true;
  const host = /^https:\/\/([^/:?#]+)/i.exec(issuer)?.[1];
  return host !== undefined && certificate.checkHost(host, { subject: 'never' }) !== undefined;
}

function namesOf(certificate: X509Certificate | undefined, kind: 'URI' | 'DNS'): string[] {
  const names = certificate?.subjectAltName?.split(', ') ?? [];
  return names.filter((name) => name.startsWith(`${kind}:`)).map((name) => name.slice(kind.length + 1));
}

function certificatesIn(x5c: unknown): X509Certificate[] {
  if (!Array.isArray(x5c) || x5c.length > MOST_CERTIFICATES)
    throw new SignatureFault('key_malformed', 'x5c is no list of certificates');
  return x5c.map((text) => {
    try {
      return new X509Certificate(Buffer.from(String(text), 'base64'));
    } catch {
      throw new SignatureFault('key_malformed', 'x5c is no list of certificates');
    }
  });
}

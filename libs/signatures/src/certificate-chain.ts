import { createHash, webcrypto } from 'node:crypto';

/**
 * Whether certificates lead to one of the roots at a moment (RFC 5280 §6): signatures, dates, basic constraints, names. Revocation is not
 * looked at here. The library is loaded when first needed, as few credentials carry certificates.
 * @param chain the certificate in question first, then those that may help, in DER
 * @param roots PEM texts
 */
export async function chainsToRoot(
  chain: readonly Uint8Array[],
  roots: readonly string[],
  at: Date,
): Promise<boolean> {
  return (await rootOf(chain, roots, at)) !== null;
}

/** The root that certificates lead to, by the SHA-256 of it in hexadecimal; null when to none. Otherwise as `chainsToRoot`. */
export async function rootOf(
  chain: readonly Uint8Array[],
  roots: readonly string[],
  at: Date,
): Promise<string | null> {
  const pki = await x509();
  const [own, ...others] = chain.map((der) => pki.Certificate.fromBER(bytes(der)));
  if (!own) return null;
  const trustedCerts = roots.flatMap(certificatesIn).map((der) => pki.Certificate.fromBER(bytes(der)));
  const engine = new pki.CertificateChainValidationEngine({
    trustedCerts,
    certs: [...others, own],
    checkDate: at,
  });
  try {
    const { result, certificatePath } = await engine.verify({ passedWhenNotRevValues: true });
    const root = certificatePath?.at(-1);
    if (!result || !root) return null;
    return createHash('sha256')
      .update(Buffer.from(root.toSchema(true).toBER()))
      .digest('hex');
  } catch {
    return null;
  }
}

/** pkijs with the cryptography of Node.js. */
export async function x509(): Promise<typeof import('pkijs')> {
  const pki = await import('pkijs');
  const crypto = webcrypto as ConstructorParameters<typeof pki.CryptoEngine>[0]['crypto'];
  pki.setEngine('node', new pki.CryptoEngine({ name: 'node', crypto }));
  return pki;
}

/** The certificates of a PEM text, in DER. */
export function certificatesIn(pem: string): Buffer[] {
  const found = pem.matchAll(/-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/g);
  return [...found].map(([, body = '']) => Buffer.from(body, 'base64'));
}

function bytes(der: Uint8Array): ArrayBuffer {
  return Uint8Array.from(der).buffer;
}

import type { Schema } from '../../api/client';

/** A root certificate as the server read it. */
export type RootCertificate = Schema<'RootCertificateView'>;

/** As the API takes it, in characters; a file is larger than its PEM in no case. */
export const LONGEST_PEM = 20_000;
const MOST_SIGNERS = 50;
const LONGEST_SIGNER = 200;
const LINE = /.{1,64}/g;

/** A certificate's file as PEM: what is text stays as it is, the binary form (DER) is written out. */
export function pemOf(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes);
  if (text.includes('-----BEGIN')) return text.trim();
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  const lines = base64.match(LINE) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----'].join('\n');
}

/** One per line, as typed; empty lines and repetitions do not count. */
export function signersOf(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== ''))];
}

/** Whether the API takes so many signers of such length. */
export function areTooMuch(signers: readonly string[]): boolean {
  return signers.length > MOST_SIGNERS || signers.some(({ length }) => length > LONGEST_SIGNER);
}

/** @param now milliseconds since 1970. */
export function holdsNow(
  { validFrom, validUntil }: Pick<RootCertificate, 'validFrom' | 'validUntil'>,
  now: number,
): boolean {
  return Date.parse(validFrom) <= now && now <= Date.parse(validUntil);
}

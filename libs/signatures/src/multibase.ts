import { SignatureFault } from './signature-fault';

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const DIGITS = new Map([...ALPHABET].map((letter, digit) => [letter, digit]));
// Longest value in use: a P-384 signature (96 bytes, 132 letters). The cap keeps the quadratic decoder harmless.
const LONGEST = 256;

/** Multibase text (`z` base58btc, `u` base64url) to bytes. @throws SignatureFault `proof_value_malformed` */
export function decodeMultibase(text: string): Buffer {
  if (text.length > LONGEST) throw new SignatureFault('proof_value_malformed', 'multibase value too long');
  if (text.startsWith('z')) return decodeBase58(text.slice(1));
  if (text.startsWith('u')) return decodeBase64Url(text.slice(1));
  throw new SignatureFault('proof_value_malformed', 'unknown multibase');
}

/** Bytes to multibase base58btc (`z…`). */
export function encodeMultibase(bytes: Uint8Array): string {
  return `z${encodeBase58(bytes)}`;
}

/** Strict base64url: no padding, no other letters, no spare bits. @throws SignatureFault `malformed` */
export function decodeBase64Url(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.toString('base64url') !== text) throw new SignatureFault('malformed', 'not base64url');
  return bytes;
}

export function decodeBase58(text: string): Buffer {
  const bytes: number[] = [];
  for (const letter of text) {
    let carry = DIGITS.get(letter);
    if (carry === undefined) throw new SignatureFault('proof_value_malformed', 'not base58');
    for (let at = 0; at < bytes.length; at++) {
      carry += (bytes[at] ?? 0) * 58;
      bytes[at] = carry & 0xff;
      carry >>= 8;
    }
    for (; carry > 0; carry >>= 8) bytes.push(carry & 0xff);
  }
  return Buffer.from([...leading(text, '1'), ...bytes.reverse()]);
}

export function encodeBase58(bytes: Uint8Array): string {
  let number = BigInt(`0x0${Buffer.from(bytes).toString('hex')}`);
  let text = '';
  for (; number > 0n; number /= 58n) text = ALPHABET[Number(number % 58n)] + text;
  let zeros = 0;
  while (zeros < bytes.length && bytes[zeros] === 0) zeros++;
  return '1'.repeat(zeros) + text;
}

function leading(text: string, letter: string): number[] {
  let count = 0;
  while (text[count] === letter) count++;
  return new Array<number>(count).fill(0);
}

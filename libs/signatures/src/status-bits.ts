import { deflateSync, gunzipSync, gzipSync, inflateSync } from 'node:zlib';
import { decodeBase64Url } from './multibase';
import { SignatureFault } from './signature-fault';

/** The least number of entries a list has, so that one entry says little about its holder (Bitstring Status List 1.0 §4). */
export const SMALLEST_LIST = 131_072;
const LARGEST_LIST_BYTES = 16 * 1024 * 1024;

/** Bits, first entry in the highest bit of the first byte, to the published form (`u` + base64url of gzip). */
export function encodeStatusBits(bits: Uint8Array): string {
  return `u${gzipSync(bits).toString('base64url')}`;
}

/**
 * The published form back to bits. StatusList2021 writes the same without the leading `u`. At most 16 MiB come out of it.
 * @throws SignatureFault `malformed`, `too_complex`
 */
export function decodeStatusBits(encoded: string): Buffer {
  const text = encoded.startsWith('u') ? encoded.slice(1) : encoded;
  try {
    return gunzipSync(Buffer.from(text, 'base64url'), { maxOutputLength: LARGEST_LIST_BYTES });
  } catch (error) {
    const tooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new SignatureFault(tooLarge ? 'too_complex' : 'malformed', 'status list cannot be unpacked');
  }
}

/**
 * The list of a status list token (Token Status List, IETF): base64url of ZLIB, entries of `size` bits from the lowest bit of the first byte.
 * @throws SignatureFault `malformed`, `too_complex`
 */
export function decodeTokenStatus(lst: string): Buffer {
  try {
    return inflateSync(decodeBase64Url(lst), { maxOutputLength: LARGEST_LIST_BYTES });
  } catch (error) {
    const tooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new SignatureFault(tooLarge ? 'too_complex' : 'malformed', 'status list cannot be unpacked');
  }
}

/** Bytes to the form of a status list token. */
export function encodeTokenStatus(bytes: Uint8Array): string {
  return deflateSync(bytes).toString('base64url');
}

/** The entry of a status list token at an index, `size` 1, 2, 4 or 8 bits wide; undefined outside the list. */
export function tokenStatusAt(bytes: Uint8Array, index: number, size: number): number | undefined {
  const byte = bytes[Math.floor((index * size) / 8)];
  if (!Number.isSafeInteger(index) || index < 0 || byte === undefined) return undefined;
  return (byte >> ((index * size) % 8)) & ((1 << size) - 1);
}

/** The entry at an index, `size` bits wide (1 unless the list says otherwise); undefined when it lies outside the list. */
export function statusAt(bits: Uint8Array, index: number, size = 1): number | undefined {
  const first = index * size;
  if (!Number.isSafeInteger(first) || first < 0 || first + size > bits.length * 8) return undefined;
  let value = 0;
  for (let at = first; at < first + size; at++)
    value = value * 2 + (((bits[at >> 3] ?? 0) >> (7 - (at & 7))) & 1);
  return value;
}

/** Bits of the given length with the given entries set. */
export function statusBits(length: number, set: Iterable<number>): Buffer {
  const bits = Buffer.alloc(Math.ceil(length / 8));
  for (const index of set) {
    if (!(index >= 0 && index < length)) throw new RangeError(`entry ${index} lies outside the list`);
    bits[index >> 3] = (bits[index >> 3] ?? 0) | (1 << (7 - (index & 7)));
  }
  return bits;
}

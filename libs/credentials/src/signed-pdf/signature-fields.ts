import type { PdfReason } from './pdf-reasons';

/** A signature as it stands in the file: what it covers, and the CMS object that covers it. */
export interface SignatureField {
  /** `adbe.pkcs7.detached`, `ETSI.CAdES.detached`, `ETSI.RFC3161`, … */
  subFilter: string;
  /** Bytes from the start, the gap for the signature itself, bytes to the end of what is covered. */
  range: { gapFrom: number; gapTo: number; end: number };
  cms: Buffer;
}

export type FoundSignature = SignatureField | { fault: PdfReason };

const MOST_SIGNATURES = 20;
/** A real document names these a few times for each signature; looking around each of a million would take for ever. */
const MOST_MENTIONS = 400;
const OBJECT = /\b\d{1,10}\s+\d{1,5}\s+obj\b/g;
const NUMBERS = /\/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/;

/**
 * The signatures of a document (ISO 32000-2 §12.8.1), in the order of what they cover. Their dictionaries cannot be packed, as what they cover
 * is told in bytes of the file, so they are found in the bytes themselves. A place kept for a signature yet to be made is none.
 */
export function signatureFields(file: Buffer): FoundSignature[] {
  const text = file.toString('latin1');
  const mentions = [...text.matchAll(/\/(?:ByteRange|SubFilter)\b/g)].map(({ index }) => index);
  if (mentions.length > MOST_MENTIONS) return [{ fault: 'too_complex' }];
  const found: FoundSignature[] = [];
  for (const dictionary of signatureDictionaries(text, mentions)) {
    if (found.length >= MOST_SIGNATURES) return [{ fault: 'too_complex' }];
    const signature = readSignature(dictionary, text, file);
    if (signature) found.push(signature);
  }
  return found.sort((a, b) => endOf(a) - endOf(b));
}

interface Dictionary {
  from: number;
  to: number;
}

function* signatureDictionaries(text: string, mentions: readonly number[]): Generator<Dictionary> {
  const seen = new Set<number>();
  for (const index of mentions) {
    const from = startOfObject(text, index);
    if (from === undefined || seen.has(from)) continue;
    seen.add(from);
    // What a stream draws or carries along is no part of this document's own structure.
    if (/\bstream\r?\n/.test(text.slice(from, index))) continue;
    const to = text.indexOf('endobj', index);
    yield { from, to: to < 0 ? text.length : to };
  }
}

function startOfObject(text: string, index: number): number | undefined {
  const before = text.lastIndexOf(' obj', index);
  if (before < 0) return undefined;
  const from = Math.max(0, before - 20);
  const matches = [...text.slice(from, before + 4).matchAll(OBJECT)];
  const last = matches.at(-1);
  return last ? from + last.index : undefined;
}

function readSignature({ from, to }: Dictionary, text: string, file: Buffer): FoundSignature | undefined {
  const body = text.slice(from, to);
  const contents = /\/Contents\s*<([0-9A-Fa-f\s]*)>/.exec(body);
  if (contents && /^[0\s]*$/.test(contents[1] ?? '')) return undefined;
  const range = NUMBERS.exec(body);
  if (!range) return contents ? { fault: 'byte_range_malformed' } : undefined;
  const [start = -1, gapFrom = 0, gapTo = 0, length = 0] = range.slice(1).map(Number);
  const gap = /^<([0-9A-Fa-f\s]*)>$/.exec(text.slice(gapFrom, gapTo));
  const within = gapFrom > from && gapTo <= to && /\/Contents\s*$/.test(text.slice(from, gapFrom));
  const end = gapTo + length;
  if (start !== 0 || !gap || !within || end > file.length) return { fault: 'byte_range_malformed' };
  const rest = text.slice(from, gapFrom) + text.slice(gapTo, to);
  const cms = Buffer.from((gap[1] ?? '').replace(/\s/g, ''), 'hex');
  return {
    subFilter: /\/SubFilter\s*\/([\w.#]+)/.exec(rest)?.[1] ?? '',
    range: { gapFrom, gapTo, end },
    cms,
  };
}

function endOf(signature: FoundSignature): number {
  return 'fault' in signature ? -1 : signature.range.end;
}

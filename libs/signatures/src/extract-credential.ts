import { isPng, pngTexts } from './baked-png';
import { isSvg, svgCredential } from './baked-svg';
import { looksLikeJws } from './jws';

export type Container = 'json' | 'jwt' | 'png' | 'svg' | 'pdf';

/** Why a file gives no credential: `link` an image that only points to one, `several` an image with more than one. */
export type NoCredential =
  'unreadable' | 'too_large' | 'unknown_file' | 'image_without_credential' | 'link' | 'several';

export type Extraction =
  { container: Container; text: string } | { container?: Container; none: NoCredential; link?: string };

/** Largest file looked into, in bytes. */
export const LARGEST_FILE = 10 * 1024 * 1024;

const KEYWORDS = ['openbadgecredential', 'openbadges', 'verifiablecredential', 'vc'];
const OTHER_FILES: [string, RegExp][] = [
  ['pdf', /^%PDF-/],
  ['jpeg', /^\xff\xd8\xff/],
  ['gif', /^GIF8/],
  ['zip', /^PK\x03\x04/],
  ['webp', /^RIFF.{4}WEBP/s],
];

/** Finds the credential in a file: JSON or JWT text, or a PNG or SVG image with one baked in. Reads no pixels. */
export function extractCredential(file: Buffer | string): Extraction {
  const bytes = typeof file === 'string' ? Buffer.from(file, 'utf8') : file;
  if (bytes.length > LARGEST_FILE) return { none: 'too_large' };
  if (isPng(bytes)) return fromPng(bytes);
  const head = bytes.toString('latin1', 0, 16);
  if (OTHER_FILES.some(([, magic]) => magic.test(head))) return { none: 'unknown_file' };
  const text = utf8(bytes);
  if (text === undefined || text === '') return { none: 'unreadable' };
  if (isSvg(text)) return baked('svg', svgCredential(text)?.text);
  return { container: text.startsWith('{') || text.startsWith('[') ? 'json' : 'jwt', text: unquoted(text) };
}

function fromPng(bytes: Buffer): Extraction {
  const texts = pngTexts(bytes).map(({ keyword, text }) => ({
    keyword: keyword.toLowerCase(),
    text: text.trim(),
  }));
  const named = texts.filter(({ keyword }) => KEYWORDS.includes(keyword));
  const likely =
    named.length > 0 ? named : texts.filter(({ text }) => text.startsWith('{') || looksLikeJws(text));
  const distinct = [...new Set(likely.map(({ text }) => text))];
  return distinct.length > 1 ? { container: 'png', none: 'several' } : baked('png', distinct[0]);
}

function baked(container: Container, text: string | undefined): Extraction {
  if (text === undefined || text === '') return { container, none: 'image_without_credential' };
  return /^https?:\/\/\S+$/.test(text) ? { container, none: 'link', link: text } : { container, text };
}

function utf8(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).trim();
  } catch {
    return undefined;
  }
}

/** A JWT is sometimes saved as a JSON string. */
function unquoted(text: string): string {
  return /^"[^"\\]*"$/.test(text) ? text.slice(1, -1) : text;
}

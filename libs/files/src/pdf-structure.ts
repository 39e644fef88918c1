import { promisify } from 'node:util';
import { inflate } from 'node:zlib';

const unpack = promisify(inflate);

/** Unpacked structure of one document may hold this much; a real diploma has a few kilobytes of it. */
const MAX_STRUCTURE = 16 * 1024 * 1024;
const STREAM = /stream\r?\n/g;

/** What a document's own structure says, before any parser is let loose on it. */
export type PdfStructure = 'plain' | 'active' | 'encrypted' | 'broken';

/**
 * Reads the dictionaries of a PDF (ISO 32000), also those inside compressed object streams, for actions that run
 * something. Contents of pages are left out: they draw and cannot act. Unpacking has a limit, so a bomb ends here.
 */
export async function readPdfStructure(bytes: Buffer): Promise<PdfStructure> {
  const raw = bytes.toString('latin1');
  if (!raw.startsWith('%PDF-') || !endsProperly(raw)) return 'broken';
  const dictionaries: string[] = [];
  let budget = MAX_STRUCTURE;
  let last = 0;
  for (const match of raw.matchAll(STREAM)) {
    if (match.index < last) continue;
    const head = plainNames(raw.slice(last, match.index));
    dictionaries.push(head);
    const begin = match.index + match[0].length;
    const end = raw.indexOf('endstream', begin);
    last = end < 0 ? raw.length : end;
    if (!holdsStructure(head)) continue;
    const unpacked = await unpackStructure(head, bytes.subarray(begin, last), budget);
    if (unpacked === null) return 'broken';
    budget -= unpacked.length;
    dictionaries.push(plainNames(unpacked.toString('latin1')));
  }
  dictionaries.push(plainNames(raw.slice(last)));
  const text = dictionaries.join('\n');
  if (/\/Encrypt\b/.test(text)) return 'encrypted';
  return /\/(?:JavaScript|JS|Launch|ImportData|SubmitForm|RichMedia|Movie)\b/.test(text) ? 'active' : 'plain';
}

/** Names may be written with `#` and hexadecimal digits; `/J#61vaScript` is the same name as `/JavaScript`. */
function plainNames(text: string): string {
  return text.replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

function endsProperly(raw: string): boolean {
  const end = raw.lastIndexOf('%%EOF');
  // Some writers leave line ends or a few bytes of filling behind the mark; a second file does not fit there.
  return end >= 0 && raw.length - end <= 1_024;
}

function holdsStructure(head: string): boolean {
  return /\/Type\s*\/(?:ObjStm|XRef)\b/.test(head.slice(head.lastIndexOf(' obj')));
}

async function unpackStructure(head: string, packed: Buffer, budget: number): Promise<Buffer | null> {
  const dictionary = head.slice(head.lastIndexOf(' obj'));
  const filters = [...dictionary.matchAll(/\/(\w+Decode)\b/g)].map(([, name]) => name);
  if (filters.length === 0) return packed.length <= budget ? packed : null;
  // One packing inside another is what bombs are made of; writers of documents have no use for it.
  if (filters.length > 1 || filters[0] !== 'FlateDecode' || budget <= 0) return null;
  try {
    return await unpack(packed, { maxOutputLength: budget, finishFlush: 2 });
  } catch {
    return null;
  }
}

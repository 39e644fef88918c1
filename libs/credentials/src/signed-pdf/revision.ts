import { inflateSync } from 'node:zlib';
import type { PDFDict, PDFObject, PDFRef } from 'pdf-lib';

type Pdf = typeof import('pdf-lib');
/** One state of a document: its objects by reference, written out, and as parsed. */
export interface Revision {
  pdf: Pdf;
  objects: Map<string, PDFObject>;
  text: Map<string, string>;
  catalog: PDFDict;
  info: string | undefined;
  look(value: PDFObject | undefined): PDFObject | undefined;
}

const LARGEST_STRUCTURE = 32 * 1024 * 1024;

/** Parses a state of a document; undefined for one that cannot be read, or that unpacks to more than this program reads. */
export async function readRevision(bytes: Buffer): Promise<Revision | undefined> {
  if (!unpacksWithinReason(bytes)) return undefined;
  const pdf = await import('pdf-lib');
  try {
    const document = await pdf.PDFDocument.load(bytes, {
      ignoreEncryption: true,
      updateMetadata: false,
      throwOnInvalidObject: true,
      parseSpeed: pdf.ParseSpeeds.Fastest,
    });
    const { context, catalog } = document;
    const objects = new Map(context.enumerateIndirectObjects().map(([ref, object]) => [ref.tag, object]));
    const text = new Map([...objects].map(([tag, object]) => [tag, written(pdf, object)]));
    const info = context.trailerInfo.Info;
    return {
      ...{ pdf, objects, text, catalog },
      info: info instanceof pdf.PDFRef ? info.tag : undefined,
      look: (value) => (value instanceof pdf.PDFRef ? context.lookup(value) : value),
    };
  } catch {
    return undefined;
  }
}

/** A reference as the maps of a revision know it. */
export function tagOf(pdf: Pdf, value: PDFObject | undefined): string | undefined {
  return value instanceof pdf.PDFRef ? (value as PDFRef).tag : undefined;
}

/** An object as text; of a stream its dictionary and its content. */
function written(pdf: Pdf, object: PDFObject): string {
  return object instanceof pdf.PDFRawStream
    ? `${object.dict.toString()} ${Buffer.from(object.contents).toString('latin1')}`
    : object.toString();
}

/** Packed objects are unpacked by the parser without a limit, so their size is looked at before. */
function unpacksWithinReason(bytes: Buffer): boolean {
  const text = bytes.toString('latin1');
  let total = 0;
  for (const { index } of text.matchAll(/\/Type\s*\/(?:ObjStm|XRef)\b/g)) {
    const begin = /stream\r?\n/.exec(text.slice(index, index + 2_000));
    if (!begin) continue;
    const from = index + begin.index + begin[0].length;
    const end = text.indexOf('endstream', from);
    try {
      total += inflateSync(bytes.subarray(from, end < 0 ? bytes.length : end), {
        maxOutputLength: LARGEST_STRUCTURE,
      }).length;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return false;
    }
    if (total > LARGEST_STRUCTURE) return false;
  }
  return true;
}

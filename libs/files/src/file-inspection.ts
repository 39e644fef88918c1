import { fileTypeFromBuffer } from 'file-type/core';
import { carriesArchive } from './archive-tail.policy';
import { agreedType, type FilePurpose } from './file-purpose';
import { refusals } from './file-refusals';
import { isTableText, textTypeOf } from './inert-text.policy';
import { parsePdf } from './pdf-parser';
import { readPdfStructure } from './pdf-structure';
import { measurePicture, remakePicture } from './pictures';

const MAX_PAGES = 200;

/** An upload that is whole but not yet believed. */
export interface Received {
  purpose: FilePurpose;
  /** Friendly name. */
  name: string;
  declaredType: string;
  bytes: Buffer;
}

/** What may be kept. */
export interface Accepted {
  mediaType: string;
  bytes: Buffer;
}

/**
 * Looks into an upload and gives back what may be kept: pictures made anew, documents parsed, the rest as it came.
 * @throws file.empty, file.unsupported, file.hidden_archive, file.broken, file.password_protected, file.active_content,
 * file.picture_too_large, file.too_many_pages
 */
export async function inspectFile(file: Received): Promise<Accepted> {
  if (file.bytes.length === 0) throw refusals.empty();
  const type = agreedType(file.purpose, { ...file, found: await contentType(file) });
  if (!type) throw refusals.unsupported(file.purpose);
  if (carriesArchive(file.bytes)) throw refusals.archive();
  const { mediaType } = type;
  if (mediaType === 'application/pdf') await inspectPdf(file.bytes);
  if (!mediaType.startsWith('image/') || mediaType === 'image/svg+xml')
    return { mediaType, bytes: file.bytes };
  if (file.purpose === 'evidence') return { mediaType, bytes: await remakePicture(file.bytes, mediaType) };
  await measurePicture(file.bytes);
  return { mediaType, bytes: file.bytes };
}

async function contentType({ bytes, purpose }: Received): Promise<string | null> {
  if (purpose === 'import') return isTableText(bytes) ? 'text/csv' : null;
  const found = (await fileTypeFromBuffer(bytes))?.mime;
  if (found && found !== 'application/xml') return found;
  return purpose === 'credential' ? textTypeOf(bytes) : null;
}

async function inspectPdf(bytes: Buffer): Promise<void> {
  const structure = await readPdfStructure(bytes);
  if (structure === 'broken') throw refusals.broken();
  if (structure === 'active') throw refusals.active();
  const reading = await parsePdf(bytes, MAX_PAGES);
  if (reading.kind === 'password_protected' || structure === 'encrypted') throw refusals.passwordProtected();
  if (reading.kind === 'broken') throw refusals.broken();
  if (reading.scripted) throw refusals.active();
  if (reading.pages > MAX_PAGES) throw refusals.tooManyPages();
}

import type { MultipartFile } from '@fastify/multipart';
import { fileRefusals, PURPOSES, type FilePurpose } from '@himpun/files';
import { DomainError } from '@himpun/kernel';
import type { FastifyRequest } from 'fastify';

/** Room for the part's own headers and boundary around the file. */
const ENVELOPE = 64 * 1024;

/**
 * The one file of a multipart/form-data request, not yet read. What says itself that it is too large is refused at once.
 * @throws file.too_large, request.unsupported, file.missing_invalid
 */
export async function uploadPart(request: FastifyRequest, purpose: FilePurpose): Promise<MultipartFile> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > PURPOSES[purpose].maxBytes + ENVELOPE) throw fileRefusals.tooLarge(purpose);
  if (!request.isMultipart()) throw new DomainError('request.unsupported', NOT_MULTIPART);
  const part = await request.file({ limits: { fileSize: PURPOSES[purpose].maxBytes + 1 } });
  if (!part) throw new DomainError('file.missing_invalid', NO_FILE);
  return part;
}

const NOT_MULTIPART = {
  id: 'Kirim berkas sebagai multipart/form-data.',
  en: 'Send the file as multipart/form-data.',
};
const NO_FILE = { id: 'Tidak ada berkas yang dikirim. Pilih berkas.', en: 'No file was sent. Choose one.' };

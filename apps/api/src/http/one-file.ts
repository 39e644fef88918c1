import type { MultipartFile } from '@fastify/multipart';
import { DomainError } from '@himpun/kernel';
import type { FastifyRequest } from 'fastify';

/** Room for the part's own headers and boundary around the file. */
const ENVELOPE = 64 * 1024;

/**
 * The one file of a multipart/form-data request, not yet read, for doors that keep no file of it. What says itself that it
 * is larger than `limit` bytes is refused at once, what turns out larger fails while it is read.
 * @throws request.too_large, request.unsupported, file.missing_invalid
 */
export async function oneFile(request: FastifyRequest, limit: number): Promise<MultipartFile> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > limit + ENVELOPE) throw new DomainError('request.too_large', TOO_LARGE);
  if (!request.isMultipart()) throw new DomainError('request.unsupported', NOT_MULTIPART);
  const part = await request.file({ limits: { fileSize: limit }, throwFileSizeLimit: true });
  if (!part) throw new DomainError('file.missing_invalid', NO_FILE);
  // Busboy ends a file that grows too large as if it were whole: say so instead.
  part.file.once('limit', () => part.file.destroy(new DomainError('request.too_large', TOO_LARGE)));
  return part;
}

const TOO_LARGE = {
  id: 'Kiriman ini terlalu besar. Perkecil lalu kirim lagi.',
  en: 'What was sent is too large. Make it smaller, then send it again.',
};
const NOT_MULTIPART = {
  id: 'Kirim berkas sebagai multipart/form-data.',
  en: 'Send the file as multipart/form-data.',
};
const NO_FILE = { id: 'Tidak ada berkas yang dikirim. Pilih berkas.', en: 'No file was sent. Choose one.' };

import type { FileEncoding } from './register-file';

/** What a file's bytes turned out to be: an encoding, or the fault that keeps it from being read. */
export type FoundEncoding = { encoding: FileEncoding } | { fault: 'mixed_encoding' | 'not_text' };

// In text of one byte each these pairs hardly occur: `Ã©` is an é that was written as UTF-8.
const MULTIBYTE = /[\xc3-\xd9][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}/;
/** Control characters, and the five places that Windows-1252 leaves empty. */
const NO_TEXT = new Set(
  [...Array(32).keys(), 0x7f, 0x81, 0x8d, 0x8f, 0x90, 0x9d].filter((byte) => ![9, 10, 13].includes(byte)),
);

/**
 * Finds the encoding of a text file while its bytes pass by: UTF-8, UTF-16 as spreadsheets write it, else Windows-1252. Bytes
 * that fit none of them, or two of them at once, are told rather than guessed at: a name must not be taken in garbled.
 */
export class EncodingProbe {
  private readonly utf8 = new TextDecoder('utf-8', { fatal: true });
  private isUtf8 = true;
  private isUtf16 = false;
  private hasMultibyte = false;
  private hasNoText = false;
  private seen = 0;

  add(chunk: Buffer): void {
    if (this.seen === 0) this.isUtf16 = chunk[0] === 0xff && chunk[1] === 0xfe;
    this.seen += chunk.length;
    if (this.isUtf16) return;
    if (this.isUtf8) this.isUtf8 = this.decodes(chunk);
    this.hasMultibyte ||= MULTIBYTE.test(chunk.toString('latin1'));
    this.hasNoText ||= !this.isUtf8 && chunk.some((byte) => NO_TEXT.has(byte));
  }

  end(): FoundEncoding {
    if (this.isUtf16) return { encoding: 'utf-16le' };
    if (this.isUtf8 && this.decodes(null)) return { encoding: 'utf-8' };
    if (this.hasNoText) return { fault: 'not_text' };
    return this.hasMultibyte ? { fault: 'mixed_encoding' } : { encoding: 'windows-1252' };
  }

  private decodes(chunk: Buffer | null): boolean {
    try {
      if (chunk) this.utf8.decode(chunk, { stream: true });
      else this.utf8.decode();
      return true;
    } catch {
      return false;
    }
  }
}

/** Text of bytes in a known encoding, piece by piece; a byte order mark is taken away. */
export async function* decoded(
  bytes: AsyncIterable<Uint8Array>,
  encoding: FileEncoding,
): AsyncGenerator<string, undefined> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytes) {
    const text = decoder.decode(chunk, { stream: true });
    if (text !== '') yield text;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

import { inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const LARGEST_TEXT = 4 * 1024 * 1024;
const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

export interface PngText {
  keyword: string;
  text: string;
}

export function isPng(bytes: Buffer): boolean {
  return bytes.subarray(0, 8).equals(SIGNATURE);
}

/** The text chunks of a PNG (iTXt, tEXt, zTXt), unpacked with a cap; stops quietly where the file is cut off. */
export function pngTexts(png: Buffer): PngText[] {
  const texts: PngText[] = [];
  for (const { type, data } of chunks(png)) {
    const found =
      type === 'iTXt'
        ? international(data)
        : type === 'tEXt'
          ? latin(data)
          : type === 'zTXt'
            ? packed(data)
            : undefined;
    if (found) texts.push(found);
  }
  return texts;
}

/** "Bakes" a credential into a PNG (Open Badges 3.0 §5.3.1): one iTXt chunk `openbadgecredential` after the header; a former one goes. */
export function bakePng(png: Buffer, credential: string): Buffer {
  if (!isPng(png)) throw new TypeError('not a PNG image');
  const parts: Buffer[] = [SIGNATURE];
  for (const { type, data } of chunks(png)) {
    if (type === 'iTXt' && international(data)?.keyword === 'openbadgecredential') continue;
    parts.push(chunk(type, data));
    if (type === 'IHDR')
      parts.push(chunk('iTXt', Buffer.from(`openbadgecredential\0\0\0\0\0${credential}`, 'utf8')));
  }
  return Buffer.concat(parts);
}

function* chunks(png: Buffer): Generator<{ type: string; data: Buffer }> {
  if (!isPng(png)) return;
  for (let at = 8; at + 12 <= png.length;) {
    const length = png.readUInt32BE(at);
    if (at + 12 + length > png.length) return;
    yield { type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) };
    at += 12 + length;
  }
}

function international(data: Buffer): PngText | undefined {
  const end = data.indexOf(0);
  const language = data.indexOf(0, end + 3);
  const translated = data.indexOf(0, language + 1);
  if (end < 0 || language < 0 || translated < 0) return undefined;
  const text = data[end + 1] === 1 ? inflated(data.subarray(translated + 1)) : data.subarray(translated + 1);
  return text && { keyword: data.toString('latin1', 0, end), text: text.toString('utf8') };
}

function latin(data: Buffer): PngText | undefined {
  const end = data.indexOf(0);
  // Some bakers put UTF-8 where the format wants Latin-1; a credential in Latin-1 outside ASCII has not been seen.
  return end < 0
    ? undefined
    : { keyword: data.toString('latin1', 0, end), text: data.toString('utf8', end + 1) };
}

function packed(data: Buffer): PngText | undefined {
  const end = data.indexOf(0);
  const text = end < 0 ? undefined : inflated(data.subarray(end + 2));
  return text && { keyword: data.toString('latin1', 0, end), text: text.toString('utf8') };
}

function inflated(data: Buffer): Buffer | undefined {
  try {
    return inflateSync(data, { maxOutputLength: LARGEST_TEXT });
  } catch {
    return undefined;
  }
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  let crc = 0xffffffff;
  for (const byte of body) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  const frame = Buffer.alloc(12 + data.length);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE((crc ^ 0xffffffff) >>> 0, 8 + data.length);
  return frame;
}

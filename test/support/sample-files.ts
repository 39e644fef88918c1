import { crc32, deflateSync } from 'node:zlib';
import { PDFDocument as PdfLibDocument, StandardFonts } from 'pdf-lib';
import PDFDocument from 'pdfkit';
import sharp from 'sharp';

/** A one-page document made by an independent writer; with a password when asked. */
export function aPdf(options: { userPassword?: string; text?: string } = {}): Promise<Buffer> {
  const { text = 'Ijazah', ...rest } = options;
  const document = new PDFDocument({ size: 'A4', ...rest });
  const chunks: Buffer[] = [];
  const whole = new Promise<Buffer>((resolve) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
  });
  document.fontSize(20).text(text);
  document.end();
  return whole;
}

/** A document of several pages, each with its text, made by another independent writer. */
export async function aPdfOfPages(texts: readonly string[]): Promise<Buffer> {
  const document = await PdfLibDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const text of texts) document.addPage([595, 842]).drawText(text, { x: 60, y: 740, size: 18, font });
  return Buffer.from(await document.save());
}

/** A small picture. */
export function aPicture(format: 'png' | 'jpeg', options: { exif?: boolean } = {}): Promise<Buffer> {
  const picture = sharp({ create: { width: 64, height: 48, channels: 3, background: '#336699' } });
  if (options.exif) picture.withExif({ IFD0: { Artist: 'SECRET-HOME-ADDRESS' } });
  return picture.toFormat(format).toBuffer();
}

/** A document written by hand from its objects; `trailer` may add entries. */
export function pdfOf(objects: readonly string[], trailer = ''): Buffer {
  let text = '%PDF-1.5\n';
  const offsets = objects.map((body, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const xref = text.length;
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${xref}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

const PAGES = [
  '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>',
];

/** A document whose catalogue carries an action. */
export function pdfWithAction(action: string): Buffer {
  return pdfOf([`<< /Type /Catalog /Pages 2 0 R /OpenAction 4 0 R >>`, ...PAGES, action]);
}

/** A document with further objects behind a compression, one of them as given. */
export function pdfWithPackedObject(body: string, times = 1): Buffer {
  let packed = deflateSync(Buffer.from(`9 0 ${body}`, 'latin1'));
  for (let round = 1; round < times; round += 1) packed = deflateSync(packed);
  const filter = times === 1 ? '/FlateDecode' : `[${'/FlateDecode '.repeat(times)}]`;
  const stream = `<< /Type /ObjStm /N 1 /First 4 /Filter ${filter} /Length ${packed.length} >>\nstream\n${packed.toString('latin1')}\nendstream`;
  return pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', ...PAGES, stream]);
}

/** An archive with one stored file, written by hand. */
export function aZip(name = 'a.txt', content = 'hello'): Buffer {
  const nameBytes = Buffer.from(name);
  const body = Buffer.from(content);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt32LE(body.length, 18);
  local.writeUInt32LE(body.length, 22);
  local.writeUInt16LE(nameBytes.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt32LE(body.length, 20);
  central.writeUInt32LE(body.length, 24);
  central.writeUInt16LE(nameBytes.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + nameBytes.length, 12);
  end.writeUInt32LE(30 + nameBytes.length + body.length, 16);
  return Buffer.concat([local, nameBytes, body, central, nameBytes, end]);
}

/** A picture of a few kilobytes that claims to be `side` by `side` pixels, all of them black; written by hand. */
export function aPixelFlood(side: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.writeUInt8(1, 8);
  const rows = deflateSync(Buffer.alloc(side * (1 + Math.ceil(side / 8))));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

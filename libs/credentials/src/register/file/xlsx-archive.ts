import type { Readable } from 'node:stream';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { open, type Entry, type ZipFile } from 'yauzl';
import { FileFault } from './sheet-row';

const MOST_PARTS = 2_000;
/** Unpacked size that is always fine, the most there may be, and by how much more than the file it may be in between. */
const SMALL = 32 * 1024 * 1024;
const LARGEST = 2 * 1024 * 1024 * 1024;
const MOST_TIMES = 100;

/**
 * A workbook's parts, opened one by one. What says or turns out to unpack to far more than its size is refused before and
 * while it is read.
 */
export class XlsxArchive {
  private constructor(
    private readonly zip: ZipFile,
    private readonly parts: ReadonlyMap<string, Entry>,
  ) {}

  /** @throws FileFault workbook_broken, workbook_too_large */
  static async open(path: string): Promise<XlsxArchive> {
    const zip = await new Promise<ZipFile>((resolve, reject) =>
      open(path, { lazyEntries: true, autoClose: false }, (error, found) =>
        error ? reject(new FileFault('workbook_broken')) : resolve(found),
      ),
    );
    try {
      return new XlsxArchive(zip, await partsOf(zip));
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  has(part: string): boolean {
    return this.parts.has(part);
  }

  /** The tags and texts of an XML part, as they come; declared entities and document types are refused. */
  async *events(part: string): AsyncGenerator<XmlEvent[]> {
    const parser = new SaxesParser({ xmlns: false, position: false });
    let found: XmlEvent[] = [];
    let isBroken = false;
    parser.on('opentag', (tag: SaxesTagPlain) => {
      found.push({ open: bare(tag.name), attributes: tag.attributes });
    });
    parser.on('closetag', (tag: SaxesTagPlain) => found.push({ close: bare(tag.name) }));
    parser.on('text', (text) => found.push({ text }));
    parser.on('cdata', (text) => found.push({ text }));
    parser.on('doctype', () => (isBroken = true));
    parser.on('error', () => (isBroken = true));
    const decoder = new TextDecoder();
    for await (const chunk of await this.stream(part)) {
      parser.write(decoder.decode(chunk as Buffer, { stream: true }));
      if (isBroken) throw new FileFault('workbook_broken');
      yield found;
      found = [];
    }
    parser.close();
    if (isBroken) throw new FileFault('workbook_broken');
    yield found;
  }

  close(): void {
    this.zip.close();
  }

  private async *stream(part: string): AsyncGenerator<Buffer> {
    const entry = this.parts.get(part);
    if (!entry) throw new FileFault('workbook_broken');
    const stream = await new Promise<Readable>((resolve, reject) =>
      this.zip.openReadStream(entry, (error, opened) =>
        error ? reject(new FileFault('workbook_broken')) : resolve(opened),
      ),
    );
    try {
      for await (const chunk of stream) yield chunk as Buffer;
    } catch {
      // More bytes than it said, or no deflate stream at all.
      throw new FileFault('workbook_broken');
    } finally {
      stream.destroy();
    }
  }
}

/** What stands in XML, in order. */
export type XmlEvent =
  { open: string; attributes: Record<string, string> } | { close: string } | { text: string };

const bare = (name: string): string => name.slice(name.indexOf(':') + 1);

function partsOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const parts = new Map<string, Entry>();
  let unpacked = 0;
  return new Promise((resolve, reject) => {
    zip.on('error', () => reject(new FileFault('workbook_broken')));
    zip.on('end', () => resolve(parts));
    zip.on('entry', (entry: Entry) => {
      unpacked += entry.uncompressedSize;
      const isTooMuch = unpacked > LARGEST || (unpacked > SMALL && unpacked > MOST_TIMES * zip.fileSize);
      if (isTooMuch || parts.size >= MOST_PARTS) return reject(new FileFault('workbook_too_large'));
      if (entry.isEncrypted()) return reject(new FileFault('workbook_broken'));
      parts.set(entry.fileName.replace(/^\//, ''), entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

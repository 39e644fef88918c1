import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { FileFault } from './sheet-row';
import type { XlsxArchive } from './xlsx-archive';

const KEPT = 8 * 1024 * 1024;
const BLOCK = 64 * 1024;
const BLOCKS = 64;
const MOST_STRINGS = 4_000_000;
const LONGEST = 4_000;

/**
 * A workbook's shared strings by number. The first megabytes stay in memory, the others go to a file: a million names must
 * not fill the process.
 */
export class XlsxStrings {
  private readonly kept: string[] = [];
  private keptSize = 0;
  private readonly spill: Spill;

  private constructor(path: string) {
    this.spill = new Spill(path);
  }

  /** @param path of a file that does not exist yet. @throws FileFault workbook_broken, workbook_too_large */
  static async read(archive: XlsxArchive, part: string, path: string): Promise<XlsxStrings> {
    const strings = new XlsxStrings(path);
    if (!archive.has(part)) return strings;
    let [text, isText, phonetic] = ['', false, 0];
    for await (const events of archive.events(part)) {
      for (const event of events) {
        if ('text' in event) {
          if (isText && phonetic === 0 && text.length < LONGEST) text += event.text;
        } else if ('open' in event) {
          if (event.open === 'si') text = '';
          else if (event.open === 't') isText = true;
          else if (event.open === 'rPh') phonetic += 1;
        } else if (event.close === 'si') strings.add(text.slice(0, LONGEST));
        else if (event.close === 't') isText = false;
        else if (event.close === 'rPh') phonetic -= 1;
      }
    }
    return strings;
  }

  get(place: number): string {
    return this.kept[place] ?? this.spill.get(place - this.kept.length);
  }

  close(): void {
    this.spill.close();
  }

  private add(text: string): void {
    if (this.keptSize < KEPT) {
      this.kept.push(text);
      this.keptSize += text.length + 16;
    } else this.spill.add(text);
  }
}

/** Strings one after the other in a file, found by where they end. */
class Spill {
  private ends = new Float64Array(64 * 1024);
  private count = 0;
  private size = 0;
  private pending: Buffer[] = [];
  private pendingSize = 0;
  private file: number | undefined;
  private readonly blocks = new Map<number, Buffer>();

  constructor(private readonly path: string) {}

  add(text: string): void {
    if (this.count >= MOST_STRINGS) throw new FileFault('workbook_too_large');
    const bytes = Buffer.from(text);
    this.size += bytes.length;
    if (this.count === this.ends.length) {
      const longer = new Float64Array(this.count * 2);
      longer.set(this.ends);
      this.ends = longer;
    }
    this.ends[this.count] = this.size;
    this.count += 1;
    this.pending.push(bytes);
    this.pendingSize += bytes.length;
    if (this.pendingSize > BLOCK * 4) this.flush();
  }

  get(place: number): string {
    if (place < 0 || place >= this.count) throw new FileFault('workbook_broken');
    if (this.pendingSize > 0) this.flush();
    const from = place === 0 ? 0 : (this.ends[place - 1] ?? 0);
    const to = this.ends[place] ?? 0;
    const parts: Buffer[] = [];
    for (let at = from; at < to;) {
      const number = Math.floor(at / BLOCK);
      const end = Math.min(to, (number + 1) * BLOCK);
      parts.push(this.block(number).subarray(at - number * BLOCK, end - number * BLOCK));
      at = end;
    }
    return Buffer.concat(parts).toString();
  }

  close(): void {
    if (this.file !== undefined) closeSync(this.file);
    this.file = undefined;
  }

  private block(number: number): Buffer {
    const known = this.blocks.get(number);
    if (known) return known;
    const block = Buffer.alloc(BLOCK);
    readSync(this.opened(), block, 0, BLOCK, number * BLOCK);
    const [oldest] = this.blocks.keys();
    if (this.blocks.size >= BLOCKS && oldest !== undefined) this.blocks.delete(oldest);
    this.blocks.set(number, block);
    return block;
  }

  private flush(): void {
    writeSync(this.opened(), Buffer.concat(this.pending), 0, this.pendingSize, this.size - this.pendingSize);
    this.pending = [];
    this.pendingSize = 0;
  }

  private opened(): number {
    this.file ??= openSync(this.path, 'wx+', 0o600);
    return this.file;
  }
}

import { join } from 'node:path';
import { FileFault, type SheetRow } from './sheet-row';
import { XlsxArchive, type XmlEvent } from './xlsx-archive';
import { columnOf, shownNumber, styleOf, type NumberStyle } from './xlsx-cell.policy';
import { XlsxStrings } from './xlsx-strings';

const MOST_COLUMNS = 200;
const LONGEST_CELL = 4_000;

/**
 * Reads the first visible sheet of a workbook as a stream, some rows at a time, in bounded memory; formulas give the value that was saved with
 * them. @param folder for what does not fit into memory.
 * @throws FileFault workbook_broken, workbook_too_large, too_many_columns
 */
export async function* xlsxRows(path: string, folder: string): AsyncGenerator<SheetRow[]> {
  const archive = await XlsxArchive.open(path);
  let strings: XlsxStrings | undefined;
  try {
    const { sheet, is1904 } = await firstSheet(archive);
    const styles = await stylesOf(archive);
    const spill = join(folder, `strings-${process.hrtime.bigint()}`);
    strings = await XlsxStrings.read(archive, 'xl/sharedStrings.xml', spill);
    const reader = new SheetReader(strings, styles, is1904);
    for await (const events of archive.events(sheet)) {
      for (const event of events) reader.take(event);
      if (reader.found.length > 0) yield reader.found.splice(0);
    }
  } finally {
    strings?.close();
    archive.close();
  }
}

/** Puts rows together from a sheet's events; rows without any text are left out. */
class SheetReader {
  readonly found: SheetRow[] = [];
  private width = 0;
  private line = 0;
  private cells: string[] = [];
  private column = -1;
  private type = 'n';
  private style: NumberStyle = { kind: 'plain' };
  private value = '';
  private isValue = false;

  constructor(
    private readonly strings: XlsxStrings,
    private readonly styles: readonly NumberStyle[],
    private readonly is1904: boolean,
  ) {}

  take(event: XmlEvent): void {
    if ('text' in event) {
      if (this.isValue && this.value.length < LONGEST_CELL) this.value += event.text;
    } else if ('open' in event) this.begin(event.open, event.attributes);
    else if (event.close === 'v' || event.close === 't') this.isValue = false;
    else if (event.close === 'c') this.endCell();
    else if (event.close === 'row') this.endRow();
  }

  private begin(tag: string, attributes: Record<string, string>): void {
    if (tag === 'row') {
      this.line = Number(attributes['r']) || this.line + 1;
      this.cells = [];
      this.column = -1;
    } else if (tag === 'c') {
      const said = columnOf(attributes['r']);
      this.column = said < 0 ? this.column + 1 : said;
      this.type = attributes['t'] ?? 'n';
      this.style = this.styles[Number(attributes['s'] ?? 0)] ?? { kind: 'plain' };
      this.value = '';
    } else if (tag === 'v' || tag === 't') this.isValue = true;
  }

  private endCell(): void {
    const text = this.shown();
    if (text === '') return;
    if (this.column >= MOST_COLUMNS) throw new FileFault('too_many_columns', this.line);
    while (this.cells.length < this.column) this.cells.push('');
    this.cells[this.column] = text;
  }

  private shown(): string {
    if (this.value === '') return '';
    if (this.type === 's') return this.strings.get(Number(this.value));
    if (this.type === 'b') return this.value === '1' ? 'TRUE' : 'FALSE';
    if (this.type === 'd') return this.value.slice(0, 10);
    return this.type === 'n' ? shownNumber(this.value, this.style, this.is1904) : this.value;
  }

  private endRow(): void {
    if (this.cells.every((cell) => cell.trim() === '')) return;
    // The first row says how many columns there are; sheets leave empty cells at the end of a row out.
    if (this.width === 0) this.width = this.cells.length;
    while (this.cells.length < this.width) this.cells.push('');
    this.found.push({ line: this.line, cells: this.cells });
  }
}

async function firstSheet(archive: XlsxArchive): Promise<{ sheet: string; is1904: boolean }> {
  let is1904 = false;
  let id: string | undefined;
  for await (const events of archive.events('xl/workbook.xml')) {
    for (const event of events) {
      if (!('open' in event)) continue;
      const { open, attributes } = event;
      if (open === 'workbookPr') is1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '');
      if (open === 'sheet' && (attributes['state'] ?? 'visible') === 'visible')
        id ??= Object.entries(attributes).find(([name]) => /(?:^|:)id$/.test(name))?.[1];
    }
  }
  for await (const events of archive.events('xl/_rels/workbook.xml.rels')) {
    for (const event of events) {
      if (!('open' in event) || event.open !== 'Relationship' || event.attributes['Id'] !== id) continue;
      const target = event.attributes['Target'] ?? '';
      return { sheet: target.startsWith('/') ? target.slice(1) : `xl/${target}`, is1904 };
    }
  }
  throw new FileFault('workbook_broken');
}

async function stylesOf(archive: XlsxArchive): Promise<NumberStyle[]> {
  const codes = new Map<number, string>();
  const styles: NumberStyle[] = [];
  if (!archive.has('xl/styles.xml')) return styles;
  let isCells = false;
  for await (const events of archive.events('xl/styles.xml')) {
    for (const event of events) {
      if ('close' in event && event.close === 'cellXfs') isCells = false;
      if (!('open' in event)) continue;
      const { open, attributes } = event;
      if (open === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      else if (open === 'cellXfs') isCells = true;
      else if (open === 'xf' && isCells) {
        const format = Number(attributes['numFmtId'] ?? 0);
        styles.push(styleOf(format, codes.get(format)));
      }
    }
  }
  return styles;
}

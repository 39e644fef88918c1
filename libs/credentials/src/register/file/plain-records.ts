/** Records of a text, and from where on it has to be read with more care. */
export interface PlainRecords {
  /** Cells by record, one line each. */
  records: string[][];
  /** Where the first character stands that was not read. */
  end: number;
  /** The record there is not plain; otherwise it is only not whole yet. */
  isCareful: boolean;
}

/**
 * Reads records as nearly all are: on one line, quotation marks around whole cells only. Much faster than going from character to
 * character, and stops before the first record that is otherwise.
 * @param lineEnd what ends a line: nothing is plain but `\n` and `\r\n`
 * @param longest longest line
 */
export function plainRecords(
  text: string,
  delimiter: string,
  lineEnd: string | undefined,
  longest: number,
): PlainRecords {
  const records: string[][] = [];
  let at = 0;
  if (lineEnd !== '\n' && lineEnd !== '\r\n') return { records, end: at, isCareful: true };
  for (;;) {
    const end = text.indexOf('\n', at);
    if (end < 0) return { records, end: at, isCareful: text.length - at > longest };
    const line = text.slice(at, lineEnd === '\n' ? end : end - 1);
    const isWhole = lineEnd === '\n' || (end > at && text[end - 1] === '\r');
    const cells = isWhole && line.length <= longest ? cellsOf(line, delimiter) : null;
    if (cells === null) return { records, end: at, isCareful: true };
    records.push(cells);
    at = end + 1;
  }
}

function cellsOf(line: string, delimiter: string): string[] | null {
  if (line.includes('\r')) return null;
  return line.includes('"') ? quotedCells(line, delimiter) : line.split(delimiter);
}

/** Null when a quotation mark stands anywhere but around a cell, or doubled inside one. */
function quotedCells(line: string, delimiter: string): string[] | null {
  const cells: string[] = [];
  for (let at = 0; ;) {
    const isQuoted = line[at] === '"';
    const end = isQuoted ? closingMark(line, at + 1) + 1 : endOf(line, delimiter, at);
    if (end <= 0) return null;
    const cell = isQuoted ? line.slice(at + 1, end - 1) : line.slice(at, end);
    if (isQuoted) cells.push(cell.includes('"') ? cell.replaceAll('""', '"') : cell);
    else if (cell.includes('"')) return null;
    else cells.push(cell);
    if (end === line.length) return cells;
    if (line[end] !== delimiter) return null;
    at = end + 1;
  }
}

function endOf(line: string, delimiter: string, from: number): number {
  const end = line.indexOf(delimiter, from);
  return end < 0 ? line.length : end;
}

/** The mark that closes a cell: the first that is not one of a pair; -1 when there is none. */
function closingMark(line: string, from: number): number {
  for (let at = line.indexOf('"', from); at >= 0; at = line.indexOf('"', at + 2)) {
    if (line[at + 1] !== '"') return at;
  }
  return -1;
}

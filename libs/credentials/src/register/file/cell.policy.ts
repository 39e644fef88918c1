import type { RowCode } from './row-texts';

/** Most cells are plain, and a register has millions of them: neither formula nor fault can begin with a letter or figure. */
const PLAIN = /^[A-Za-z0-9][ -~]*$/;
const CELL_ERROR = /^#(?:REF|N\/A|VALUE|NAME|DIV\/0|NUM|NULL)[!?]?$/;
/** Control characters, and the mark that stands where a letter was lost. */
const NO_TEXT = /[^\P{Cc}\t\r\n]|\ufffd/u;
const LONGEST_CELL = 300;

/** The cells of one line by column; absent columns are empty. */
export type Cells<Column extends string> = Partial<Record<Column, string>>;

/**
 * The cells as they are understood. Cells are text and stay text: what looks like a formula is a fault, never something to
 * carry out. @param note hears of every fault.
 */
export function readCells<Column extends string>(
  cells: Cells<Column>,
  note: (column: Column, code: RowCode) => void,
): Cells<Column> {
  const read: Cells<Column> = {};
  for (const column in cells) {
    const value = cells[column] ?? '';
    const isPlain = PLAIN.test(value);
    const text = isPlain ? value.trimEnd() : unwrapped(value);
    read[column] = text;
    const fault = isPlain ? null : faultOf(text);
    if (fault) note(column, fault);
    else if (text.length > LONGEST_CELL) note(column, 'too_long');
  }
  return read;
}

/** A spreadsheet has written the number with an exponent, so its last figures are lost. */
export function isRounded(number: string): boolean {
  return /^\d(?:[.,]\d+)?E\+?\d+$/i.test(number);
}

/** `="0012"` is how spreadsheets write text that looks like a number. */
function unwrapped(value: string): string {
  const plain = /[^ -~]/.test(value) ? value.normalize('NFC').replace(/\u00a0/g, ' ') : value;
  const text = plain.trim();
  return text.startsWith('="') ? (/^="([^"]*)"$/.exec(text)?.[1]?.trim() ?? text) : text;
}

function faultOf(text: string): 'cell_error' | 'formula' | 'not_text' | null {
  if (text === '') return null;
  if (CELL_ERROR.test(text)) return 'cell_error';
  if (looksLikeFormula(text)) return 'formula';
  return NO_TEXT.test(text) ? 'not_text' : null;
}

function looksLikeFormula(text: string): boolean {
  return /^[=+@\uff1d\uff0b\uff20]/.test(text) || /^[-\uff0d](?![-\s\d]*$)/.test(text);
}

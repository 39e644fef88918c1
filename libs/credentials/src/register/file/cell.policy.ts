import type { RowCode } from './row-texts';

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
  for (const [column, value] of Object.entries(cells) as [Column, string][]) {
    const text = unwrapped(value);
    read[column] = text;
    if (text === '') continue;
    if (CELL_ERROR.test(text)) note(column, 'cell_error');
    else if (looksLikeFormula(text)) note(column, 'formula');
    else if (NO_TEXT.test(text)) note(column, 'not_text');
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
  // Most cells are plain: a register has millions of them.
  const plain = /[^ -~]/.test(value) ? value.normalize('NFC').replace(/\u00a0/g, ' ') : value;
  const text = plain.trim();
  return text.startsWith('="') ? (/^="([^"]*)"$/.exec(text)?.[1]?.trim() ?? text) : text;
}

function looksLikeFormula(text: string): boolean {
  return /^[=+@\uff1d\uff0b\uff20]/.test(text) || /^[-\uff0d](?![-\s\d]*$)/.test(text);
}

import { REGISTER_HEADINGS } from './header.policy';
import type { FileReading, RegisterColumn } from './register-file';
import { readRow, type RegisterRow } from './register-row.policy';
import { readSheet, type FileHeader as SheetHeader, type SheetItem, type SheetShape } from './sheet-reader';
import type { SheetRow } from './sheet-row';

/** What an authority's register looks like. */
const REGISTER: SheetShape<RegisterColumn, RegisterRow> = {
  headings: REGISTER_HEADINGS,
  needed: ['number', 'name'],
  readRow,
};

/** What stands above the rows of a register. */
export type FileHeader = SheetHeader<RegisterColumn>;

/** What reading a register file yields. */
export type RegisterItem = SheetItem<RegisterColumn, RegisterRow>;

/** Reads the rows of a register; as `readSheet`. */
export function readRegister(
  pages: AsyncIterable<readonly SheetRow[]>,
  reading: FileReading,
): AsyncGenerator<RegisterItem[]> {
  return readSheet(pages, REGISTER, reading);
}

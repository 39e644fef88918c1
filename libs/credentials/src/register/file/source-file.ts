import { createReadStream } from 'node:fs';
import { csvRows } from './csv-rows';
import type { FileEncoding, FileFormat } from './register-file';
import { FileFault, type SheetRow } from './sheet-row';
import { xlsxRows } from './xlsx-rows';

/** A register file on disk, and what is known of it. */
export interface SourceFile {
  path: string;
  /** A folder for what does not fit into memory. */
  folder: string;
  format: FileFormat;
  encoding: FileEncoding;
}

/** Its rows as a stream, some at a time, and by what the cells of a CSV file are divided. */
export interface OpenedRows {
  delimiter: string;
  rows: AsyncIterable<SheetRow[]>;
}

/** Opens a file for reading by rows; what keeps it from being read is thrown while the rows are read. */
export async function openRows(file: SourceFile): Promise<OpenedRows> {
  if (file.format === 'xlsx') return { delimiter: '', rows: xlsxRows(file.path, file.folder) };
  return openCsv(createReadStream(file.path), file.encoding);
}

/** The same for the bytes of a CSV file, wherever they come from. */
export async function openCsv(bytes: AsyncIterable<Uint8Array>, encoding: FileEncoding): Promise<OpenedRows> {
  try {
    return await csvRows(bytes, encoding);
  } catch (error) {
    if (error instanceof FileFault) return { delimiter: '', rows: failing(error) };
    throw error;
  }
}

function failing(fault: FileFault): AsyncIterable<SheetRow[]> {
  return { [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(fault) }) };
}

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a PDF says and how it is made. */
export interface ReadPdf {
  text: string;
  pages: number;
  info: Record<string, unknown>;
  mark: { Marked: boolean } | null;
  attachments: string[];
}

/** Reads a PDF with PDF.js, in a process of its own. */
export function readPdf(bytes: Buffer): ReadPdf {
  const folder = mkdtempSync(join(tmpdir(), 'himpun-pdf-'));
  try {
    const file = join(folder, 'file.pdf');
    writeFileSync(file, bytes);
    const script = join(__dirname, 'independent', 'read-pdf.mjs');
    return JSON.parse(execFileSync(process.execPath, [script, file], { encoding: 'utf8' })) as ReadPdf;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

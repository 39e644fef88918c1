/** What an upload accepts. */
export interface FileLimits {
  /** Media types, e.g. `application/pdf`. */
  types: readonly string[];
  maxBytes: number;
}

export type FileFault = 'empty' | 'tooLarge' | 'wrongType';

/** What is wrong with a chosen file before it is sent; the server looks at the content itself. Null when nothing is. */
export function fileFault(
  file: { size: number; type: string; name: string },
  limits: FileLimits,
): FileFault | null {
  if (file.size === 0) return 'empty';
  if (file.size > limits.maxBytes) return 'tooLarge';
  // Some systems name no type for a file; then only the server can tell.
  if (file.type !== '' && !limits.types.includes(file.type)) return 'wrongType';
  return null;
}

const NAMES: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
  'image/svg+xml': 'SVG',
  'application/json': 'JSON',
  'application/ld+json': 'JSON',
  'application/jwt': 'JWT',
  'text/plain': 'TXT',
  'text/csv': 'CSV',
  // What a computer with a spreadsheet program calls a CSV file.
  'application/vnd.ms-excel': 'CSV',
  'text/tab-separated-values': 'TSV',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
};

/** The accepted types as a person calls them: "PDF, JPEG, PNG". */
export function typeNames(types: readonly string[]): string {
  return [...new Set(types.map((type) => NAMES[type] ?? type))].join(', ');
}

import type { FileSummary } from '@himpun/files';

/** Images and documents that a page of ours may show in a frame. */
const VIEWABLE = ['application/pdf', 'image/jpeg', 'image/png'];

export function isViewable(file: FileSummary): boolean {
  return file.purpose === 'evidence' && VIEWABLE.includes(file.mediaType);
}

/** For saving: never run, never shown, whatever it is. */
export function attachmentHeaders(file: FileSummary): Record<string, string> {
  return {
    'Content-Type': file.mediaType,
    'Content-Length': String(file.size),
    'Content-Disposition': disposition('attachment', file.name),
    'Content-Security-Policy': "default-src 'none'; sandbox",
  };
}

/**
 * For looking at inside our own pages only. A browser's document viewer does not start in a sandbox, so the sandbox is for
 * pictures; documents were parsed at upload and carry no script.
 */
export function viewHeaders(file: FileSummary): Record<string, string> {
  const sandbox = file.mediaType === 'application/pdf' ? '' : '; sandbox';
  return {
    'Content-Type': file.mediaType,
    'Content-Length': String(file.size),
    'Content-Disposition': disposition('inline', file.name),
    'Content-Security-Policy': `default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'${sandbox}`,
    'X-Frame-Options': 'SAMEORIGIN',
  };
}

/** RFC 6266: a plain name for old readers, the whole name in UTF-8 for the others. */
function disposition(kind: 'attachment' | 'inline', name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const whole = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `${kind}; filename="${plain}"; filename*=UTF-8''${whole}`;
}

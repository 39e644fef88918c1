const MEBIBYTE = 1024 * 1024;

export type FilePurpose = 'evidence' | 'credential' | 'import';

/** One kind of content: what we call it, how it may be named, what a browser may declare it as. */
export interface AcceptedType {
  mediaType: string;
  extensions: readonly string[];
  declared: readonly string[];
}

/** What is accepted for a purpose. */
export interface PurposeLimits {
  maxBytes: number;
  types: readonly AcceptedType[];
}

const PNG: AcceptedType = { mediaType: 'image/png', extensions: ['png'], declared: ['image/png'] };

/** Evidence is opened by people, so it is parsed and images are made anew; the rest is kept as it came and never shown. */
export const PURPOSES: Readonly<Record<FilePurpose, PurposeLimits>> = {
  evidence: {
    maxBytes: 10 * MEBIBYTE,
    types: [
      { mediaType: 'application/pdf', extensions: ['pdf'], declared: ['application/pdf'] },
      { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg'], declared: ['image/jpeg', 'image/jpg'] },
      PNG,
    ],
  },
  credential: {
    maxBytes: MEBIBYTE,
    types: [
      {
        mediaType: 'application/json',
        extensions: ['json', 'jsonld'],
        declared: ['application/json', 'application/ld+json', 'application/vc', 'application/vc+ld+json'],
      },
      {
        mediaType: 'application/jwt',
        extensions: ['jwt', 'txt'],
        declared: ['application/jwt', 'application/vc+jwt', 'text/plain'],
      },
      PNG,
      { mediaType: 'image/svg+xml', extensions: ['svg'], declared: ['image/svg+xml'] },
    ],
  },
  import: {
    maxBytes: 10 * MEBIBYTE,
    types: [
      {
        mediaType: 'text/csv',
        extensions: ['csv'],
        declared: ['text/csv', 'text/plain', 'application/csv', 'application/vnd.ms-excel'],
      },
    ],
  },
};

export const FILE_PURPOSES = Object.keys(PURPOSES) as FilePurpose[];

/** What browsers send when they do not know a file's type. */
const NO_STATEMENT = ['', 'application/octet-stream'];

/** Content, name and declaration must tell the same story. Returns the type, or null when they do not. */
export function agreedType(
  purpose: FilePurpose,
  file: { found: string | null; name: string; declaredType: string },
): AcceptedType | null {
  const type = PURPOSES[purpose].types.find(({ mediaType }) => mediaType === file.found);
  if (!type || !type.extensions.includes(extensionOf(file.name))) return null;
  const declared = file.declaredType.split(';')[0]?.trim().toLowerCase() ?? '';
  return NO_STATEMENT.includes(declared) || type.declared.includes(declared) ? type : null;
}

/** The part after the last dot, lower case; empty without one. */
export function extensionOf(name: string): string {
  return /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}

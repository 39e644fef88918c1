import * as jsonld from 'jsonld';
import { BUNDLED_CONTEXTS } from './contexts/contexts';
import { assertPlain, JsonObject } from './json';
import { assertPlainlyNamed } from './plain-names';
import { SignatureFault, SignatureFaultCode } from './signature-fault';

export type HashName = 'sha256' | 'sha384';

/** JSON-LD work grows with the document and blocks the process: above this it is not begun. */
const LARGEST_GRAPH = { values: 15_000, depth: 60 };

/** One context as jsonld wants it; `static` lets it keep the processed form between calls, which is most of the cost. */
const REMOTE = new Map(
  [...BUNDLED_CONTEXTS].map(([url, document]) => [
    url,
    { documentUrl: url, document, contextUrl: undefined, tag: 'static' },
  ]),
);

interface JsonLdOptions {
  safe: boolean;
  base: null;
  rdfDirection: string;
  documentLoader(url: string): Promise<unknown>;
  skipExpansion?: boolean;
  canonizeOptions?: { algorithm: string; messageDigestAlgorithm: HashName; maxWorkFactor: number };
}
const processor = jsonld as unknown as {
  expand(document: JsonObject, options: JsonLdOptions): Promise<unknown[]>;
  canonize(document: unknown[], options: JsonLdOptions): Promise<string>;
};

/**
 * RDF Dataset Canonicalization (RDFC-1.0) of a JSON-LD document, in safe mode: a term without a definition is an error, never dropped
 * unsigned. Contexts come from the bundle alone, and the work factor bounds "poison graphs". What decides about a credential must stand
 * under its plain name (`assertPlainlyNamed`).
 * @throws SignatureFault `undefined_terms`, `terms_disguised`, `json_ld_invalid`, `context_unavailable`, `too_complex`
 */
export async function canonicalRdf(document: JsonObject, hash: HashName = 'sha256'): Promise<string> {
  assertPlain(document, LARGEST_GRAPH);
  let missing: string | undefined;
  const documentLoader = async (url: string) => {
    const remote = REMOTE.get(url);
    if (remote) return remote;
    missing = url;
    throw new Error(`context not bundled: ${url}`);
  };
  const options: JsonLdOptions = { safe: true, base: null, rdfDirection: 'i18n-datatype', documentLoader };
  const canonizeOptions = { algorithm: 'RDFC-1.0', messageDigestAlgorithm: hash, maxWorkFactor: 1 };
  try {
    const expanded = await processor.expand(document, options);
    assertPlainlyNamed(document, expanded);
    return await processor.canonize(expanded, { ...options, skipExpansion: true, canonizeOptions });
  } catch (error) {
    if (error instanceof SignatureFault) throw error;
    throw missing === undefined ? jsonLdFault(error) : new SignatureFault('context_unavailable', missing);
  }
}

/** JSON Canonicalization Scheme (RFC 8785): sorted keys, numbers as ECMAScript writes them. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, child]) => child !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, child]) => `${JSON.stringify(key)}:${canonicalJson(child)}`);
  return `{${members.join(',')}}`;
}

function jsonLdFault(error: unknown): SignatureFault {
  const { name, message } = error as Error;
  const code: SignatureFaultCode =
    error instanceof RangeError || /deep iterations exceeded/i.test(message)
      ? 'too_complex'
      : name === 'jsonld.ValidationError'
        ? 'undefined_terms'
        : 'json_ld_invalid';
  return new SignatureFault(code, message);
}

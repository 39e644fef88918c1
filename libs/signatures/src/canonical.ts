import * as jsonld from 'jsonld';
import { BUNDLED_CONTEXTS } from './contexts/contexts';
import { asList, assertPlain, JsonObject } from './json';
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

interface CanonizeOptions {
  safe: boolean;
  base: null;
  rdfDirection: string;
  documentLoader(url: string): Promise<unknown>;
  canonizeOptions: { algorithm: string; messageDigestAlgorithm: HashName; maxWorkFactor: number };
}
const canonize = jsonld.canonize as unknown as (
  document: JsonObject,
  options: CanonizeOptions,
) => Promise<string>;

/**
 * RDF Dataset Canonicalization (RDFC-1.0) of a JSON-LD document, in safe mode: a term without a definition is an error,
 * never dropped unsigned. Contexts come from the bundle alone. The work factor bounds "poison graphs".
 * @throws SignatureFault `undefined_terms`, `json_ld_invalid`, `context_unavailable`, `too_complex`
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
  try {
    return await canonize(document, {
      safe: true,
      base: null,
      rdfDirection: 'i18n-datatype',
      documentLoader,
      canonizeOptions: { algorithm: 'RDFC-1.0', messageDigestAlgorithm: hash, maxWorkFactor: 1 },
    });
  } catch (error) {
    throw missing === undefined ? jsonLdFault(error) : new SignatureFault('context_unavailable', missing);
  }
}

/** Addresses of contexts a document names that are not in the bundle (its top level only). */
export function unknownContexts(document: JsonObject): string[] {
  return asList(document['@context']).filter(
    (c): c is string => typeof c === 'string' && !BUNDLED_CONTEXTS.has(c),
  );
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

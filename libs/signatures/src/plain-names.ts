import { asList, isObject, JsonObject } from './json';
import { SignatureFault } from './signature-fault';

const CREDENTIALS = 'https://www.w3.org/2018/credentials#';
const DATES = ['issuanceDate', 'expirationDate', 'validFrom', 'validUntil'];
const NODES = ['issuer', 'credentialSubject', 'credentialStatus'];
const DECISIVE = [...DATES, ...NODES].map((name) => CREDENTIALS + name);

/**
 * An RDF signature covers statements, not spelling: `validUntil` may be written as its full IRI, under an alias that an inline context defines,
 * or moved to another description of the same node, and the signature still holds, while a reader of the JSON sees a credential without an end or
 * without a status. So what the statements say of the credential itself must be what its JSON says under the plain names (VCDM 2.0 asks
 * for compacted documents; most libraries do not look).
 * @throws SignatureFault `terms_disguised`
 */
export function assertPlainlyNamed(document: JsonObject, expanded: unknown[]): void {
  const [root] = expanded;
  if (!isObject(root)) return;
  for (const name of DATES) {
    const stated = asList(root[CREDENTIALS + name]).map((value) =>
      isObject(value) ? value['@value'] : value,
    );
    if (!sameValues(stated, asList(document[name]))) throw disguised(name);
  }
  for (const name of NODES) {
    if (!sameValues(asList(root[CREDENTIALS + name]).map(idOf), asList(document[name]).map(idOf)))
      throw disguised(name);
  }
  assertDescribedOnce(root, root['@id']);
}

/** No other place may say what is read here: not a second description of the same node, nor one turned inside out. */
function assertDescribedOnce(root: JsonObject, rootId: unknown): void {
  const nodes: unknown[] = [{ ...root, '@id': undefined }];
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at];
    if (Array.isArray(node)) nodes.push(...node);
    if (!isObject(node)) continue;
    const again = rootId !== undefined && node['@id'] === rootId && DECISIVE.some((name) => name in node);
    if (again || '@included' in node || '@reverse' in node) throw disguised(String(rootId));
    nodes.push(...Object.values(node));
  }
}

/** Nothing stated is fine: then the JSON's member, if any, means something else, which is signed under its own IRI. */
function sameValues(stated: unknown[], read: unknown[]): boolean {
  if (stated.length === 0) return true;
  return stated.length === read.length && stated.every((value, at) => value === read[at]);
}

/** A node by its id; one without id is known by its presence alone. */
function idOf(node: unknown): unknown {
  return isObject(node) ? (node['@id'] ?? node.id) : node;
}

function disguised(name: string): SignatureFault {
  return new SignatureFault('terms_disguised', `${name} is not written under its own name`);
}

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import {
  asList,
  didWebUrl,
  DocumentSource,
  isObject,
  JsonObject,
  keyFromJwk,
  looksLikeJws,
  parseJson,
  parseJws,
} from '@himpun/signatures';
import { issuerMetadataUrl, type GivenKey } from '../signed-credential';

const LARGEST_DOCUMENT = 10 * 1024 * 1024;
const MOST_FILES = 20_000;
const LIST_TYPE = /^(?:BitstringStatusList|StatusList2021)$/;

/**
 * Documents found by their own ids in a folder and those below it, in place of the network: JSON by `id` (a `did:web` document also
 * by its https address, a JWK by `kid`, issuer metadata by the address it belongs at), tokens by the id of the credential inside, status list
 * tokens by `sub`; folders named like hosts as those hosts. Of two with one id, the first by path counts.
 */
export class DocumentsFolder implements DocumentSource {
  /** Keys that lie there without saying whose they are (a JWK or JWKS without `id`): given by whoever filled the folder. */
  private readonly nameless: (GivenKey & { folder: string })[] = [];
  private readonly byId = new Map<string, unknown>();
  private readonly all = new Map<string, unknown[]>();
  private readonly listsByName = new Map<string, Map<string, unknown>>();

  /** @throws Error when the folder cannot be read */
  constructor(folder: string) {
    for (const file of filesBelow(folder)) this.add(file, addressOf(relative(folder, file)));
  }

  async get(url: string): Promise<unknown> {
    return this.byId.get(url) ?? this.listServedElsewhere(url);
  }

  /** The keys without a name, for a file: one that lies beside it was put there for it. */
  givenFor(file: string): GivenKey[] {
    const folder = dirname(resolve(file));
    return this.nameless.map(({ kid, key, folder: own }) => ({ kid, key, decisive: own === folder }));
  }

  async copies(url: string): Promise<unknown[]> {
    return this.all.get(url) ?? [];
  }

  /**
   * A status list copied to another host keeps its `id`. Its last path segment identifies it if that is a name of its own (not a
   * counter such as `/3`), belongs to one list alone, and no list of the same host is meant.
   */
  private listServedElsewhere(url: string): unknown {
    const name = distinctiveName(url);
    const lists = name === undefined ? undefined : this.listsByName.get(name);
    const [only] = lists?.size === 1 ? [...lists] : [];
    return only && hostOf(only[0]) !== hostOf(url) ? only[1] : undefined;
  }

  private add(file: string, address: string | undefined): void {
    const read = readDocument(file);
    if (!read) return;
    const { source, content } = read;
    const [id] = namesOf(content);
    for (const name of [...namesOf(content), ...(address === undefined ? [] : [address])])
      this.serve(name, source);
    if (id === undefined)
      this.nameless.push(...namelessKeys(content).map((key) => ({ ...key, folder: dirname(resolve(file)) })));
    const name = id === undefined ? undefined : distinctiveName(id);
    if (id === undefined || name === undefined || !isStatusList(content)) return;
    this.listsByName.set(
      name,
      (this.listsByName.get(name) ?? new Map<string, unknown>()).set(id, this.byId.get(id)),
    );
  }

  private serve(name: string, source: unknown): void {
    if (!this.byId.has(name)) this.byId.set(name, source);
    this.all.set(name, [...(this.all.get(name) ?? []), source]);
  }
}

/** The addresses a document answers for by its own word. */
function namesOf(content: JsonObject): string[] {
  const { id, kid, sub, issuer } = content;
  const named = [id, isObject(content.status_list) ? sub : undefined, kid];
  const ids = named.filter((one): one is string => typeof one === 'string' && one !== '');
  const isMetadata = typeof issuer === 'string' && ('jwks' in content || 'jwks_uri' in content);
  const metadata = isMetadata ? issuerMetadataUrl(issuer) : undefined;
  const all = [
    ...ids,
    ...ids.flatMap((one) => didWebUrl(one) ?? []),
    ...(metadata === undefined ? [] : [metadata]),
  ];
  return [...new Set(all)];
}

/** A folder may be laid out like the web: `issuer.example/.well-known/did.json` answers for https://issuer.example/.well-known/did.json. */
function addressOf(path: string): string | undefined {
  const [host = '', ...rest] = path.split(sep);
  const isHost = /^(?:[a-z0-9-]+\.)+[a-z]{2,}$/i.test(host) && rest.length > 0;
  if (!isHost) return undefined;
  const last = rest.join('/');
  return `https://${host}/${last.includes('.well-known/jwt-vc-issuer') ? last.replace(/\.json$/, '') : last}`;
}

function namelessKeys(content: JsonObject): GivenKey[] {
  return ('kty' in content ? [content] : asList(content.keys)).filter(isObject).flatMap((jwk) => {
    try {
      const kid = typeof jwk.kid === 'string' ? jwk.kid : null;
      return 'd' in jwk ? [] : [{ kid, key: keyFromJwk(jwk) }];
    } catch {
      // A key of a kind this program does not know.
      return [];
    }
  });
}

function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return files.sort().slice(0, MOST_FILES);
}

function readDocument(file: string): { source: unknown; content: JsonObject } | undefined {
  try {
    if (statSync(file).size > LARGEST_DOCUMENT) return undefined;
    const text = readFileSync(file, 'utf8').trim();
    if (looksLikeJws(text)) {
      const { payload } = parseJws(text);
      if (isObject(payload.status_list)) return { source: text, content: payload };
      const inner = isObject(payload.vc) ? payload.vc : payload;
      return { source: text, content: { ...inner, id: inner.id ?? payload.jti } };
    }
    const value = text.startsWith('{') ? parseJson(text) : undefined;
    return isObject(value) ? { source: value, content: value } : undefined;
  } catch {
    // Not a document: images and broken files lie in the same folder.
    return undefined;
  }
}

function isStatusList({ credentialSubject: subject }: JsonObject): boolean {
  return isObject(subject) && LIST_TYPE.test(String(subject.type));
}

function distinctiveName(url: string): string | undefined {
  const name = /^https?:\/\/[^/]+\/(?:[^?#]*\/)?([^/?#]+)$/.exec(url)?.[1];
  return name !== undefined && name.length >= 6 && /[a-z]/i.test(name) ? name : undefined;
}

function hostOf(url: string): string {
  return /^https?:\/\/([^/?#]+)/i.exec(url)?.[1]?.toLowerCase() ?? '';
}

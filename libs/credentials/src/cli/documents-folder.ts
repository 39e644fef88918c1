import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  didWebUrl,
  DocumentSource,
  isObject,
  JsonObject,
  looksLikeJws,
  parseJson,
  parseJws,
} from '@himpun/signatures';

const LARGEST_DOCUMENT = 10 * 1024 * 1024;
const MOST_FILES = 20_000;
const LIST_TYPE = /^(?:BitstringStatusList|StatusList2021)$/;

/**
 * Documents found by their own ids in a folder and those below it, in place of the network: JSON by `id` (a `did:web` document also
 * by its https address, a JWK by `kid`), tokens by the id of the credential inside. Of two with one id, the first by path counts.
 */
export class DocumentsFolder implements DocumentSource {
  private readonly byId = new Map<string, unknown>();
  private readonly listsByName = new Map<string, Map<string, unknown>>();

  /** @throws Error when the folder cannot be read */
  constructor(folder: string) {
    for (const file of filesBelow(folder)) this.add(file);
  }

  async get(url: string): Promise<unknown> {
    return this.byId.get(url) ?? this.listServedElsewhere(url);
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

  private add(file: string): void {
    const read = readDocument(file);
    if (!read) return;
    const { source, content } = read;
    const ids = [content.id, content.kid].filter((id): id is string => typeof id === 'string' && id !== '');
    for (const id of ids) {
      const address = didWebUrl(id);
      for (const key of address === undefined ? [id] : [id, address])
        if (!this.byId.has(key)) this.byId.set(key, source);
    }
    const [id] = ids;
    const name = id === undefined ? undefined : distinctiveName(id);
    if (id === undefined || name === undefined || !isStatusList(content)) return;
    this.listsByName.set(
      name,
      (this.listsByName.get(name) ?? new Map<string, unknown>()).set(id, this.byId.get(id)),
    );
  }
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

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/** A list of sentences is one text. */
type Tree = { [key: string]: string | string[] | Tree };

const SRC = __dirname;
const LANGUAGES = ['id', 'en'] as const;
const PLURAL = /_(zero|one|two|few|many|other)$/;

const catalogues = new Map<string, Record<(typeof LANGUAGES)[number], Map<string, string>>>();
for (const [namespace, folder] of namespaces()) {
  catalogues.set(namespace, { id: read(folder, 'id'), en: read(folder, 'en') });
}
const used = usedKeys();

describe('the catalogues', () => {
  it.each([...catalogues.keys()])('%s has the same keys in both languages', (namespace) => {
    const { id, en } = catalogueOf(namespace);
    expect(stems(en)).toEqual(stems(id));
  });

  it.each([...catalogues.keys()])('%s leaves nothing empty', (namespace) => {
    for (const language of LANGUAGES) {
      const empty = [...catalogueOf(namespace)[language]].filter(([, text]) => text.trim() === '');
      expect(empty).toEqual([]);
    }
  });

  it.each([...catalogues.keys()])('%s has the same placeholders in both languages', (namespace) => {
    const { id, en } = catalogueOf(namespace);
    const different = stems(id).filter(
      (key) => placeholders(id, key).join() !== placeholders(en, key).join(),
    );
    expect(different).toEqual([]);
  });

  it('have every key that the pages ask for', () => {
    const missing = used.filter(({ namespace, key }) => !isKnown(namespace, key));
    expect(missing.map(({ namespace, key, file }) => `${namespace}:${key} in ${file}`)).toEqual([]);
  });

  it('have no key that no page asks for', () => {
    const unused = [...catalogues].flatMap(([namespace, { id }]) =>
      stems(id)
        .filter((key) => !used.some((use) => use.namespace === namespace && matches(use.key, key)))
        .map((key) => `${namespace}:${key}`),
    );
    expect(unused).toEqual([]);
  });

  it('begin a button with a capital letter and end it without a full stop', () => {
    const odd = [...catalogues].flatMap(([namespace, languages]) =>
      LANGUAGES.flatMap((language) =>
        [...languages[language]]
          .filter(([key]) => /(^|\.)actions\.[^.]+$/.test(key))
          .filter(([, text]) => !/^[\p{Lu}{]/u.test(text) || text.endsWith('.'))
          .map(([key]) => `${namespace}:${key} (${language})`),
      ),
    );
    expect(odd).toEqual([]);
  });
});

function namespaces(): [string, string][] {
  const features = readdirSync(join(SRC, 'features')).map((feature): [string, string] => [
    feature,
    join(SRC, 'features', feature, 'i18n'),
  ]);
  const all: [string, string][] = [['app', join(SRC, 'app/i18n')], ['ui', join(SRC, 'ui/i18n')], ...features];
  return all.filter(([, folder]) => existsSync(folder));
}

function read(folder: string, language: string): Map<string, string> {
  const file = join(folder, `${language}.json`);
  return existsSync(file) ? flat(JSON.parse(readFileSync(file, 'utf8')) as Tree) : new Map();
}

function flat(tree: Tree, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[prefix + key, value] as [string, string]]
        : Array.isArray(value)
          ? [[prefix + key, value.join('\n')] as [string, string]]
          : [...flat(value, `${prefix}${key}.`)],
    ),
  );
}

function catalogueOf(namespace: string): Record<(typeof LANGUAGES)[number], Map<string, string>> {
  return catalogues.get(namespace) ?? { id: new Map(), en: new Map() };
}

/** The keys without their plural endings: Indonesian has one form, English two. */
function stems(catalogue: Map<string, string>): string[] {
  return [...new Set([...catalogue.keys()].map((key) => key.replace(PLURAL, '')))].sort();
}

function placeholders(catalogue: Map<string, string>, stem: string): string[] {
  const texts = [...catalogue].filter(([key]) => key.replace(PLURAL, '') === stem).map(([, text]) => text);
  return [
    ...new Set(texts.flatMap((text) => [...text.matchAll(/\{\{\s*(\w+)/g)].map((found) => found[1] ?? ''))),
  ].sort();
}

interface Use {
  namespace: string;
  key: string;
  file: string;
}

/** Every `t('…')`, `` t(`…`) ``, `t(is ? '…' : '…')` and `i18nKey="…"` of the pages; a `${…}` in it stands for any part of a key. */
function usedKeys(): Use[] {
  return sources(SRC).flatMap((file) => {
    const code = readFileSync(file, 'utf8');
    const own = /useTranslation\(\s*'([\w-]+)'|TFunction<'([\w-]+)'>/.exec(code);
    const namespace = own?.[1] ?? own?.[2] ?? 'app';
    const calls = [...code.matchAll(/\b(?:t\(\s*|i18nKey=\{?)(?:'([^']+)'|"([^"]+)"|`([^`]+)`)/g)];
    const choices = [...code.matchAll(/\bt\(\s*[\w.]+\s*\?\s*'([^']+)'\s*:\s*'([^']+)'/g)];
    const names = [
      ...calls.map((call) => call[1] ?? call[2] ?? call[3] ?? ''),
      ...choices.flatMap(([, one = '', other = '']) => [one, other]),
    ];
    return names.map((name) => {
      const [first = '', second] = name.split(':');
      const key = second === undefined ? { namespace, key: first } : { namespace: first, key: second };
      return { ...key, file: relative(SRC, file) };
    });
  });
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry.name) && !/\.(spec|d)\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

function isKnown(namespace: string, key: string): boolean {
  return stems(catalogueOf(namespace).id).some((stem) => matches(key, stem));
}

function matches(used: string, stem: string): boolean {
  const pattern = used
    .split(/\$\{[^}]*\}/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('.+');
  return new RegExp(`^${pattern}$`).test(stem);
}

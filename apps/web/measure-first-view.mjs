// Prints the gzipped JavaScript that a visitor's browser loads for the landing page, from the built dist/web: the entry,
// all it imports statically, and what the landing page itself then asks for (its own chunk and one language).
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const HERE = dirname(fileURLToPath(import.meta.url));
const LATER = [
  'src/features/landing/landing-page.tsx',
  'src/app/i18n/id.json',
  'src/ui/i18n/id.json',
  'src/features/landing/i18n/id.json',
];

/** The files and their gzipped size; `webDir` is a build of apps/web with its manifest. */
export function measureFirstView(webDir = join(HERE, '../../dist/web')) {
  const manifest = JSON.parse(readFileSync(join(webDir, '.vite/manifest.json'), 'utf8'));
  const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
  const seen = new Set();
  const follow = (key) => {
    const chunk = manifest[key];
    if (!chunk) throw new Error(`The build has no chunk for ${key}.`);
    if (seen.has(key)) return;
    seen.add(key);
    for (const imported of chunk.imports ?? []) follow(imported);
  };
  [entry, ...LATER].forEach(follow);
  const files = [...seen].map((key) => manifest[key].file).filter((file) => file.endsWith('.js'));
  const gzippedJsBytes = files
    .map((file) => gzipSync(readFileSync(join(webDir, file))).length)
    .reduce((sum, bytes) => sum + bytes, 0);
  return { gzippedJsBytes, files };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.stdout.write(`${JSON.stringify(measureFirstView())}\n`);
}

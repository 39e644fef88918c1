import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inRoot, root } from './root.mjs';
import { lastLines, run } from './run.mjs';
import { elapsed, Refusal, sayStep } from './say.mjs';

const TEST_CODE = /(\.(spec|factory|fake)\.tsx?|\/testing\.ts)$/;
const BUILD_SETTINGS = ['tsconfig.json', 'tsconfig.build.json', 'nest-cli.json', 'package-lock.json'];
const nest = inRoot('node_modules/@nestjs/cli/bin/nest.js');
const vite = inRoot('node_modules/vite/bin/vite.js');

const parts = {
  back: {
    title: 'API and worker',
    sources: ['apps/api', 'apps/worker', 'libs', 'migrations', ...BUILD_SETTINGS],
    // One compilation for both apps and the libraries they share: half the time of one each.
    command: [nest, 'build', 'api', '--path', 'tsconfig.build.json'],
    outputs: ['apps', 'libs', 'migrations'],
  },
  web: {
    title: 'web pages',
    sources: ['apps/web', 'package-lock.json'],
    command: [vite, 'build', 'apps/web', '--logLevel', 'warn'],
    outputs: [],
  },
};

/**
 * Builds what changed since the last build into `dist/`, the back end and the pages side by side; silent when nothing did.
 * @param {...('back' | 'web')} names both when none is named
 */
export async function ensureBuild(...names) {
  const wanted = names.length > 0 ? names : Object.keys(parts);
  await Promise.all(wanted.map((name) => ensurePart(name, parts[name])));
}

async function ensurePart(name, { title, sources, command, outputs }) {
  const stampFile = inRoot('dist', `.built-${name}`);
  const wanted = hashOf(sources);
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return;
  const began = Date.now();
  sayStep(`Building the ${title}`);
  rmSync(stampFile, { force: true });
  const { code, output } = await run(process.execPath, command);
  if (code !== 0) throw new Refusal(`The ${title} could not be built:\n${lastLines(output, 40)}`);
  for (const output of outputs) removeOrphans(output);
  mkdirSync(inRoot('dist'), { recursive: true });
  writeFileSync(stampFile, wanted);
  sayStep(`Built the ${title} in ${elapsed(began)} s`);
}

/** A build leaves what it made from files that are gone; an old migration among them would still be run. */
function removeOrphans(folder) {
  for (const file of filesBelow(inRoot('dist', folder))) {
    const source = path.join(root, path.relative(inRoot('dist'), file));
    const origin = source.replace(/\.(js|js\.map|d\.ts)$/, '.ts');
    if (origin !== source && !existsSync(origin)) rmSync(file);
  }
}

function hashOf(sources) {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of filesBelow(inRoot(source))) {
      if (TEST_CODE.test(file)) continue;
      hash.update(path.relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex');
}

/** This file, or every file below this folder, in a stable order; nothing when it does not exist. */
function filesBelow(place) {
  const found = statSync(place, { throwIfNoEntry: false });
  if (!found) return [];
  if (!found.isDirectory()) return [place];
  const names = readdirSync(place).sort();
  return names.flatMap((name) => filesBelow(path.join(place, name)));
}

// Runs a command from its TypeScript source, so that it works on a fresh clone after `npm ci` without a build. What was
// compiled is kept in .cache by the hash of its content.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './root.mjs';

const cache = join(root, '.cache', 'commands');
const require = createRequire(import.meta.url);
const resolve = Module._resolveFilename;

/** What a file of ours exports, by its path in the repository. */
export function loaded(file) {
  Module._resolveFilename = function (request, ...rest) {
    const library = /^@himpun\/([a-z-]+)$/.exec(request);
    return resolve.call(this, library ? join(root, 'libs', library[1], 'src', 'index.ts') : request, ...rest);
  };
  Module._extensions['.ts'] = (module, path) => module._compile(compiled(path), path);
  return require(join(root, file));
}

function compiled(file) {
  const source = readFileSync(file, 'utf8');
  const hash = createHash('sha256').update(`1\0${file}\0${source}`).digest('hex').slice(0, 32);
  const kept = join(cache, `${hash}.js`);
  try {
    return readFileSync(kept, 'utf8');
  } catch {
    const { code } = require('@swc/core').transformSync(source, {
      filename: file,
      swcrc: false,
      jsc: { parser: { syntax: 'typescript', decorators: true }, target: 'es2023' },
      module: { type: 'commonjs', importInterop: 'swc' },
    });
    keep(kept, code);
    return code;
  }
}

function keep(path, code) {
  try {
    mkdirSync(cache, { recursive: true });
    writeFileSync(`${path}.${process.pid}`, code);
    renameSync(`${path}.${process.pid}`, path);
  } catch {
    // A read-only clone compiles each time: slower, and nothing else.
  }
}

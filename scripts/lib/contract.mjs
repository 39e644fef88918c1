import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inRoot } from './root.mjs';
import { lastLines, run } from './run.mjs';
import { Refusal } from './say.mjs';

const CONTRACT = 'openapi.json';
const WEB_TYPES = 'apps/web/src/api/schema.d.ts';
const generator = inRoot('node_modules/openapi-typescript/bin/cli.js');

/** The API's description and the page's types, made anew from the built API: file in the repository → text. */
async function makeContract() {
  const folder = mkdtempSync(path.join(tmpdir(), 'himpun-contract-'));
  try {
    const description = path.join(folder, 'openapi.json');
    const types = path.join(folder, 'schema.d.ts');
    await make([inRoot('dist/apps/api/src/cli.js'), 'openapi', description]);
    await make([generator, description, '-o', types]);
    return { [CONTRACT]: readFileSync(description, 'utf8'), [WEB_TYPES]: readFileSync(types, 'utf8') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function make(args) {
  const { code, output } = await run(process.execPath, args);
  if (code !== 0) throw new Refusal(`The API could not be described:\n${lastLines(output, 15)}`);
}

/** Writes the description and the types made from it. */
export async function writeContract() {
  for (const [file, text] of Object.entries(await makeContract())) writeFileSync(inRoot(file), text);
}

/** Refuses a description or types that are not those of this code. */
export async function checkContract() {
  const fresh = Object.entries(await makeContract());
  const read = (file) => {
    try {
      return readFileSync(inRoot(file), 'utf8');
    } catch {
      return undefined;
    }
  };
  const stale = fresh.filter(([file, text]) => read(file) !== text).map(([file]) => file);
  if (stale.length > 0)
    throw new Refusal(
      `${stale.join(' and ')} no longer match the code: run "npm run openapi" and commit the result.`,
    );
}

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { JsonObject } from '@himpun/signatures';

const SCRIPT = join(__dirname, 'independent', 'credentials.mjs');

export interface IndependentSamples {
  samples: Record<string, JsonObject | string>;
  documents: JsonObject[];
}

/** Credentials, DID documents and status lists made by libraries of others, in a process of their own as they are ES modules. */
export function issuedByOthers(): IndependentSamples {
  return JSON.parse(
    execFileSync(process.execPath, [SCRIPT, 'issue'], { encoding: 'utf8' }),
  ) as IndependentSamples;
}

/** Whether those libraries accept credentials of ours. */
export function acceptedByOthers(credentials: JsonObject[]): boolean[] {
  const input = JSON.stringify(credentials);
  return JSON.parse(
    execFileSync(process.execPath, [SCRIPT, 'verify'], { encoding: 'utf8', input }),
  ) as boolean[];
}

/** A signed bachelor's diploma for a person, and the did:key of the university that those libraries made it with. */
export function diplomaByOthers(holder: { name: string; title: string; email: string }): {
  issuer: string;
  credential: JsonObject;
} {
  const input = JSON.stringify(holder);
  return JSON.parse(execFileSync(process.execPath, [SCRIPT, 'diploma'], { encoding: 'utf8', input })) as {
    issuer: string;
    credential: JsonObject;
  };
}

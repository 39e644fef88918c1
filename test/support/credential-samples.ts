import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(process.env.HIMPUN_SAMPLES ?? '../shared/data', 'credentials');
const INDEX = join(FOLDER, 'INDEX.md');

export interface CredentialSample {
  file: string;
  expected: string;
}

/** Samples made by others, with the outcome their index gives; undefined where this clone stands alone. */
export function credentialSamples(): { folder: string; samples: CredentialSample[] } | undefined {
  if (!existsSync(INDEX)) return undefined;
  const rows = readFileSync(INDEX, 'utf8').matchAll(
    /^\| ([^|]+\.(?:json|jwt|png|svg|txt)) \|[^|]*\|[^|]*\| ([^|]+) \|/gm,
  );
  return {
    folder: FOLDER,
    samples: [...rows].map(([, file = '', expected = '']) => ({
      file: file.trim(),
      expected: expected.trim(),
    })),
  };
}

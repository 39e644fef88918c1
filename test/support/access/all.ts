import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { AccessTable } from './table';

/** The tables of all rooms as one; a route that two rooms claim is an error. */
export async function accessTable(): Promise<AccessTable> {
  const whole: Record<string, AccessTable[string]> = {};
  for (const file of readdirSync(__dirname).filter((name) => name.endsWith('.access.ts'))) {
    const { access } = (await import(join(__dirname, file))) as { access: AccessTable };
    for (const [route, rule] of Object.entries(access)) {
      if (route in whole) throw new Error(`${route} stands twice; the second time in ${file}`);
      whole[route] = rule;
    }
  }
  return whole;
}

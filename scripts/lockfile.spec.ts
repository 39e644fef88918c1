import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface LockedPackage {
  version?: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

const lock = JSON.parse(readFileSync(join(__dirname, '../package-lock.json'), 'utf8')) as {
  packages: Record<string, LockedPackage>;
};

describe('package-lock.json', () => {
  // npm leaves out what it cannot find for other systems, and `npm ci` then refuses the whole lockfile on every machine.
  it('names every package that another one may ask for, those of other systems too', () => {
    const missing = Object.entries(lock.packages).flatMap(([place, { dependencies, optionalDependencies }]) =>
      Object.keys({ ...dependencies, ...optionalDependencies })
        .filter((name) => !isLocked(place, name))
        .map((name) => `${name} (asked for by ${place || 'himpun'})`),
    );
    expect(missing).toEqual([]);
  });

  it('holds no address of a registry, so that it installs from whichever one a machine uses', () => {
    const addresses = Object.values(lock.packages).filter((entry) => 'resolved' in entry);
    expect(addresses).toEqual([]);
  });
});

/** Whether `name`, asked for at `place`, is found the way Node.js looks: in each `node_modules` from there upward. */
function isLocked(place: string, name: string): boolean {
  const above = place.split('node_modules/');
  for (let depth = above.length; depth > 0; depth -= 1) {
    if (
      `${above.slice(0, depth).join('node_modules/').replace(/\/?$/, '/')}node_modules/${name}`.replace(
        /^\//,
        '',
      ) in lock.packages
    ) {
      return true;
    }
  }
  return false;
}

import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { onPath, run } from './run.mjs';
import { sayStep } from './say.mjs';

const UNATTENDED = { DEBIAN_FRONTEND: 'noninteractive' };

/** Whether this machine has Debian's package tools (Debian, Ubuntu and their kin). */
const hasApt = () => onPath('apt-get') !== undefined && onPath('dpkg') !== undefined;

/**
 * Installs a system package, which only root on a Debian-like system may.
 * @returns {Promise<boolean>} false when it may not or could not
 */
export async function installSystemPackage(name) {
  if (!hasApt() || process.getuid?.() !== 0) return false;
  sayStep(`Installing the system package ${name} (apt-get)`);
  const install = () =>
    run('apt-get', ['install', '-y', '--no-install-recommends', name], { env: UNATTENDED });
  if ((await install()).code === 0) return true;
  // The package lists are old or were never fetched.
  await run('apt-get', ['update'], { env: UNATTENDED });
  return (await install()).code === 0;
}

/**
 * Without root: fetches a system package with all that is missing for it and unpacks it into a folder of ours.
 * @param {string[]} packages the one with the program first, then those that hold the rest of it
 * @param {string} program its program, as a path below `/`
 * @param {string} launcher the script to write that runs the program with the unpacked libraries
 * @returns {Promise<boolean>} false when the system has no package tools or the packages cannot be fetched
 */
export async function unpackSystemPackage(packages, program, launcher) {
  if (!hasApt()) return false;
  sayStep(
    `Unpacking the system package ${packages[0]} below ${path.dirname(launcher)} (apt-get download; no root needed)`,
  );
  const folder = path.dirname(launcher);
  mkdirSync(folder, { recursive: true });
  const { code, output } = await run('apt-get', [
    '--simulate',
    'install',
    '--no-install-recommends',
    ...packages,
  ]);
  if (code !== 0) return false;
  const missing = [...output.matchAll(/^Inst (\S+)/gm)].map(([, found]) => found);
  if ((await run('apt-get', ['download', ...new Set([...packages, ...missing])], { cwd: folder })).code !== 0)
    return false;
  for (const file of readdirSync(folder).filter((entry) => entry.endsWith('.deb'))) {
    if ((await run('dpkg', ['-x', path.join(folder, file), folder])).code !== 0) return false;
    rmSync(path.join(folder, file));
  }
  const unpacked = path.join(folder, program);
  if (!existsSync(unpacked)) return false;
  writeFileSync(launcher, launcherText(folder, unpacked));
  chmodSync(launcher, 0o755);
  return true;
}

function launcherText(folder, program) {
  const libraries = ['usr/lib', 'lib']
    .map((below) => path.join(folder, below))
    .filter(existsSync)
    .flatMap((lib) => [
      lib,
      ...readdirSync(lib)
        .filter((name) => name.endsWith('-linux-gnu'))
        .map((name) => path.join(lib, name)),
    ]);
  return `#!/bin/sh\nLD_LIBRARY_PATH="${libraries.join(':')}\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}" exec "${program}" "$@"\n`;
}

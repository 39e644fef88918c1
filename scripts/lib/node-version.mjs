import { Refusal } from './say.mjs';

const OLDEST = [20, 19];

/** Refuses a Node.js that is too old for the packages we stand on. */
export function requireNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  throw new Refusal(
    `Himpun needs Node.js ${OLDEST.join('.')} or newer, and this is ${version}: install a newer one from https://nodejs.org.`,
  );
}

import { createRequire } from 'node:module';
import { inRoot } from '../../scripts/lib/root.mjs';

const require = createRequire(import.meta.url);

/** The portal's own codes: what a registration holds costs both sides the same. */
export const newPublicCode = () => require(inRoot('dist/libs/kernel/src/public-code.js')).newPublicCode();

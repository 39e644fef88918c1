import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** A path inside the repository. */
export const inRoot = (...parts) => path.join(root, ...parts);

/** Where set-up keeps stamps, unpacked tools and the services of test runs. */
export const cacheDir = inRoot('.cache');

/** Where a portal started here keeps its data: `HIMPUN_DATA_DIR`, else `.himpun/` in the repository. */
export const dataDir = () => path.resolve(root, process.env.HIMPUN_DATA_DIR || '.himpun');

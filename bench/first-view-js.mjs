import { measureFirstView } from '../apps/web/measure-first-view.mjs';

const LIMIT_KB = 200;

/** Gzipped JavaScript of the landing page, in thousands of bytes. */
export async function measure() {
  const ours = measureFirstView().gzippedJsBytes / 1_000;
  const ratio = ours / LIMIT_KB;
  return [{ name: 'first-view-js', ours, limit: LIMIT_KB, unit: 'kB', ratio, aim: { most: 1 } }];
}

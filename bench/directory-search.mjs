import { compared, directory, searches } from './lib/directory.mjs';

const SEARCHES = 300;

/** A page of twenty out of 100 000 people by part of a name: the portal with a session against the same SQL served bare. */
export async function measure(bench) {
  const { people, ...contestants } = await directory(bench);
  const typed = searches(people, SEARCHES).map(encodeURIComponent);
  const targets = {
    portal: typed.map((q) => `/api/directory/people?q=${q}`),
    bare: typed.map((q) => `/people?q=${q}`),
  };
  return compared('directory-search', contestants, targets, { least: 0.5 });
}

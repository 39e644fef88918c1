import { compared, directory } from './lib/directory.mjs';

const PEOPLE = 1_000;

/** One person's record out of 100 000: the portal with a session against the same SQL served bare. */
export async function measure(bench) {
  const { people, ...contestants } = await directory(bench);
  const ids = people.filter((_, place) => place % (people.length / PEOPLE) === 0).map(({ id }) => id);
  const targets = {
    portal: ids.map((id) => `/api/directory/people/${id}`),
    bare: ids.map((id) => `/person?id=${id}`),
  };
  return compared('directory-get', contestants, targets, { least: 0.4 });
}

import type { Practitioner } from './fhir-answer.policy';

const NOT_A_NAME = new Set(['anonymous', 'nickname']);

/** Every way the person is written, present names first: the text, and `given… family`; titles are left to the comparison. */
export function namesOf({ name }: Practitioner): string[] {
  const former = (use: string | null) => (use === 'old' || use === 'maiden' ? 1 : 0);
  const names = name
    .filter(({ use }) => !NOT_A_NAME.has(use ?? ''))
    .sort((one, other) => former(one.use) - former(other.use))
    .flatMap(({ text, given, family }) => {
      const words = [...given, family].filter((word): word is string => word !== null);
      return [text, words.length > 0 ? words.join(' ') : null];
    });
  return [...new Set(names.filter((one): one is string => one !== null))];
}

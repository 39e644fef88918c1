import type { CheckSources } from '@himpun/credentials';
import type { Bilingual } from '@himpun/kernel';

/** The names of sources, by id; where no source can say anything, a person has to. */
export function sourceNames(sources: CheckSources): (source: string) => Bilingual {
  return (source) => sources.named(source)?.name ?? A_PERSON;
}

const A_PERSON = { id: 'Tidak ada sumber', en: 'No source' };

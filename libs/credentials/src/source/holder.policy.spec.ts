import { EMPTY_CLAIM } from '../credential/claim';
import { identityMatch } from '@himpun/names';
import { holderFinding } from './holder.policy';

const person = { id: 'a', fullName: 'Ana Lestari', birthDate: '1990-03-04', confirmedEmail: null };
const of = (name: string, birthDate: string | null, boundBy: string | null, holderName = '') =>
  holderFinding([name], birthDate, { person, claim: { ...EMPTY_CLAIM, holderName } }, boundBy);
const results = ({ fields }: ReturnType<typeof of>) => fields.map(({ result }) => result);

describe('the holder whom a source names', () => {
  it.each([
    ['the same, by number and birthday', 'ANA LESTARI', '1990-03-04', 'PT-404', 'match', ['match', 'match']],
    [
      'a longer name, by number and birthday',
      'Ana Lestari Hartono',
      '1990-03-04',
      'PT-404',
      'match',
      ['match', 'match'],
    ],
    ['a longer name, by number alone', 'Ana Lestari Hartono', null, 'PT-404', 'review', ['review', 'absent']],
    [
      'letters that differ, by number and birthday',
      'Ani Lestari',
      '1990-03-04',
      'PT-404',
      'review',
      ['review', 'match'],
    ],
    ['day and month swapped', 'Ana Lestari', '1990-04-03', 'PT-404', 'review', ['match', 'review']],
    ['another birthday', 'Ana Lestari', '1971-12-30', 'PT-404', 'review', ['match', 'mismatch']],
    ['another name', 'Budi Hartono', '1990-03-04', 'PT-404', 'mismatch', ['mismatch', 'match']],
    ['a name alone, for the caller to bind', 'Ana Lestari', null, null, 'match', ['match', 'absent']],
  ] as const)('%s', (_, name, birthDate, boundBy, verdict, fields) => {
    const found = of(name, birthDate, boundBy);
    expect([found.verdict, results(found)]).toEqual([verdict, fields]);
  });

  it('is judged by the rule whose thresholds are measured, whatever binds the record', () => {
    for (const name of ['Ana Lestari', 'Ana', 'Ana Lestary', 'Lestari Ana', 'Anna Lestari', 'Budi']) {
      for (const birthDate of ['1990-03-04', '1990-04-03', '1985-01-01']) {
        const rule = identityMatch(
          { name: person.fullName, birthDate: person.birthDate, number: 'PT-404' },
          { name, birthDate, number: 'PT-404' },
        );
        expect(of(name, birthDate, 'PT-404').verdict).toBe(rule.verdict);
      }
    }
  });

  it('is for a person where only the name on the document fits', () => {
    const found = of('Ana Hartono', '1990-03-04', 'PT-404', 'Ana Hartono');
    expect(found.verdict).toBe('review');
    expect(found.reasons.map(({ code }) => code)).toContain('name_only_on_document');
  });
});

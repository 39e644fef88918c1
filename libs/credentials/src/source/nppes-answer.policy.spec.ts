import fc from 'fast-check';
import { isNpi } from './npi.policy';
import { readNppes } from './nppes-answer.policy';

describe('a National Provider Identifier', () => {
  it.each(['1234567893', '1003802901', '2000000002'])('%s fits its check digit', (npi) =>
    expect(isNpi(npi)).toBe(true),
  );
  it.each(['1234567890', '123456789', '12345678930', '3234567893', '123456789a', ''])('%s does not', (npi) =>
    expect(isNpi(npi)).toBe(false),
  );
  it('never fits with one digit changed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const digits = [...'1234567893'];
        digits[at] = String((Number(digits[at]) + by) % 10);
        expect(isNpi(digits.join(''))).toBe(false);
      }),
    );
  });
});

describe('an answer of NPPES', () => {
  const person = {
    number: '1234567893',
    enumeration_type: 'NPI-1',
    basic: { first_name: 'ANA', middle_name: '--', last_name: 'LESTARI', status: 'A' },
    taxonomies: [{ desc: 'Physical Therapist', license: 'NA', state: null, primary: true }],
    other_names: [{ first_name: 'ANA', last_name: 'PUTRI', type: 'Former Name' }],
  };
  const of = (body: unknown) => readNppes(body);

  it('names the provider, present and former names, with `--` and NA for nothing', () => {
    expect(of({ result_count: 1, results: [person] })).toMatchObject({
      kind: 'records',
      records: [{ names: ['ANA LESTARI', 'ANA PUTRI'], active: true, taxonomies: [{ licence: null }] }],
    });
  });
  it.each([
    [
      'numbers where today’s have strings',
      { result_count: 1, results: [{ ...person, number: 1234567893 }] },
      'records',
    ],
    ['nobody', { result_count: 0, results: [] }, 'records'],
    ['errors', { Errors: [{ number: '15', description: 'CMS deactivated NPI' }] }, 'errors'],
    ['JSON of another shape', { results: 'none' }, 'nonsense'],
    ['a list', [], 'nonsense'],
    ['null', null, 'nonsense'],
  ])('with %s', (_, body, kind) => expect(of(body).kind).toBe(kind));

  it('is never an exception, whatever comes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.jsonValue()), (json) => {
        expect(['records', 'errors', 'nonsense']).toContain(readNppes(json).kind);
      }),
    );
  });
});

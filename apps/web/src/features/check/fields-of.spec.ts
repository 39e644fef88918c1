import { fieldsOf } from './fields-of';

describe('the rows of a signed document', () => {
  it('are every value with its place', () => {
    expect(
      fieldsOf({ type: ['A', 'B'], subject: { results: [{ value: 6.5 }, { value: true }] }, end: null }),
    ).toEqual([
      { path: 'type', value: 'A, B' },
      { path: 'subject.results[1].value', value: '6.5' },
      { path: 'subject.results[2].value', value: 'true' },
      { path: 'end', value: 'null' },
    ]);
  });
});

import { fileFault, typeNames } from './file-faults';

const LIMITS = { types: ['application/pdf', 'image/jpeg', 'image/png'], maxBytes: 10_000_000 };

describe('a chosen file', () => {
  it.each([
    ['a degree as PDF', { name: 'ijazah.pdf', type: 'application/pdf', size: 400_000 }, null],
    ['a file of exactly the limit', { name: 'a.pdf', type: 'application/pdf', size: 10_000_000 }, null],
    ['one byte more', { name: 'a.pdf', type: 'application/pdf', size: 10_000_001 }, 'tooLarge'],
    ['an empty file', { name: 'a.pdf', type: 'application/pdf', size: 0 }, 'empty'],
    ['a text document', { name: 'a.docx', type: 'application/msword', size: 10 }, 'wrongType'],
    ['a file whose type nobody named', { name: 'a', type: '', size: 10 }, null],
  ])('%s: %s', (_case, file, expected) => {
    expect(fileFault(file, LIMITS)).toBe(expected);
  });

  it('is asked for by names that people know', () => {
    expect(typeNames(LIMITS.types)).toBe('PDF, JPEG, PNG');
  });
});

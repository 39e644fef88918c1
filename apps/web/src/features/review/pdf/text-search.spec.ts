import { findIn } from './text-search';

describe('a search in the text of a page', () => {
  const page = ['Surat Tanda Registrasi', 'Nomor: 3201 8890', '2024', 'Nama: Siti', 'Nurhaliza, siti'];

  it.each([
    ['a word, whatever its case', 'SURAT', [[0]]],
    ['every place', 'siti', [[3], [4]]],
    ['a name over the end of a line', 'Siti Nurhaliza', [[3, 4]]],
    ['a number with or without its spaces', '320188902024', [[1, 2]]],
    ['an accent or none', 'nômor', [[1]]],
    ['nothing', 'dokter', []],
    ['nothing for nothing', '  ', []],
  ])('finds %s', (_, query, places) => {
    expect(findIn(page, query).map(({ pieces }) => pieces)).toEqual(places);
  });
});

import { csvOf } from './csv-file';

describe('a CSV file', () => {
  it('quotes what would break a line and doubles quotation marks', () => {
    expect(csvOf([['12', 'Ni "Wayan", S.Ft', 'a\nb']])).toBe('\ufeff12,"Ni ""Wayan"", S.Ft","a\nb"\r\n');
  });

  it.each(['=HYPERLINK("x")', '+1', '-1', '@SUM(A1)', '\t=1', '\uff1d1'])(
    'never lets %j be carried out',
    (cell) => {
      expect(csvOf([[cell]]).replace(/^\ufeff"?/, '')).toMatch(/^'/);
    },
  );
});

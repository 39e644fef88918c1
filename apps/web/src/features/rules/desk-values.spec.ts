import { daysOf, deskOf, type DeskValues } from './desk-values';

const typed: DeskValues = {
  country: ' id ',
  checkingDays: '',
  judgingDays: '',
  escalationOfficeId: '',
  closed: '2026-12-31 Tutup buku\n\n 2027-01-02  Libur tambahan ',
  working: '2026-12-24 Masuk',
};

describe('the desk as it is typed', () => {
  it('becomes days, a country, and stages only where they are named', () => {
    expect(deskOf(typed)).toEqual({
      country: 'ID',
      escalationOfficeId: undefined,
      days: [
        { day: '2026-12-31', name: 'Tutup buku', isWorking: false },
        { day: '2027-01-02', name: 'Libur tambahan', isWorking: false },
        { day: '2026-12-24', name: 'Masuk', isWorking: true },
      ],
    });
    expect(deskOf({ ...typed, checkingDays: '2' })).toMatchObject({ checkingDays: 2, judgingDays: 0 });
  });

  it.each(['31 Desember', '2026-12-31', 'besok libur'])('does not take %j for a day', (line) => {
    expect(daysOf(line, false)).toBeNull();
  });
});

import { deskFaults, type DeskSettings } from './desk.policy';

const fine: DeskSettings = {
  country: 'ID',
  stageDays: { checking: 3, judging: 4 },
  escalationOfficeId: null,
  days: [{ day: '2026-12-31', isWorking: false, name: 'Tutup buku' }],
};
const day = { day: '2026-12-31', isWorking: true, name: 'Masuk' };

describe('the settings of a desk', () => {
  it.each<[string, Partial<DeskSettings>, string[]]>([
    ['as they should be', {}, []],
    ['without days of stages', { stageDays: null }, []],
    ['of no country', { country: 'Indonesia' }, ['country']],
    ['with less than no days', { stageDays: { checking: -1, judging: 4 } }, ['checkingDays']],
    ['with half a day', { stageDays: { checking: 0.5, judging: 4 } }, ['checkingDays']],
    ['with a date that is none', { days: [{ ...day, day: '2026-02-30' }] }, ['days.0']],
    ['with a day without a name', { days: [{ ...day, name: ' ' }] }, ['days.0']],
    ['with a date twice', { days: [day, { ...day, isWorking: false }] }, ['days']],
  ])('%s', (_, change, fields) => {
    expect(deskFaults({ ...fine, ...change }).map(({ field }) => field)).toEqual(fields);
  });
});

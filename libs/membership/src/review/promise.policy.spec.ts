import fc from 'fast-check';
import { plusDays } from '@himpun/kernel';
import { isOverdue, resumeClock, startClock, stopClock } from './promise.policy';
import { plusWorkingDays, workingDays } from './working-days.policy';

const FRIDAY = '2026-11-20';
const NONE = new Set<string>();
const running = (dueOn: string) => ({ dueOn, daysLeft: null });

describe('when a case is due', () => {
  it.each([
    ['a Friday and five days', FRIDAY, 5, '2026-11-27'],
    ['a Friday and one day', FRIDAY, 1, '2026-11-23'],
    ['a Saturday and ten days', '2026-11-21', 10, '2026-12-04'],
  ])('%s', (_, submittedOn, promised, dueOn) => {
    expect(startClock(submittedOn, promised, NONE)).toEqual(running(dueOn));
  });

  it.each([
    ['five days early', running('2026-11-27'), FRIDAY, 5],
    ['on its last day', running(FRIDAY), FRIDAY, 0],
    ['two working days late', running('2026-11-18'), FRIDAY, -2],
  ])('stops when sent back %s', (_, clock, today, daysLeft) => {
    expect(stopClock(clock, today, NONE)).toEqual({ dueOn: null, daysLeft });
  });

  it('does not count the days on which the applicant had it', () => {
    const stopped = stopClock(startClock('2026-11-02', 10, NONE), '2026-11-05', NONE);
    expect(stopped).toEqual({ dueOn: null, daysLeft: 7 });
    expect(resumeClock(stopped, FRIDAY, 10, NONE)).toEqual(running('2026-12-01'));
  });

  it('stays late for what was late', () => {
    const late = resumeClock({ dueOn: null, daysLeft: -2 }, FRIDAY, 10, NONE);
    expect(late).toEqual(running('2026-11-18'));
    expect(isOverdue(late, FRIDAY)).toBe(true);
  });

  it('has the whole promise where there was no clock, and stops none where none runs', () => {
    expect(resumeClock({ dueOn: null, daysLeft: null }, FRIDAY, 5, NONE)).toEqual(running('2026-11-27'));
    expect(stopClock({ dueOn: null, daysLeft: null }, FRIDAY, NONE)).toEqual({ dueOn: null, daysLeft: null });
  });

  it('is overdue from the day after', () => {
    expect([FRIDAY, '2026-11-21'].map((today) => isOverdue(running(FRIDAY), today))).toEqual([false, true]);
    expect(isOverdue({ dueOn: null, daysLeft: -3 }, FRIDAY)).toBe(false);
  });

  it('has as many working days as were promised, holidays or not, and goes on where it stood at once', () => {
    const holidays = fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 40 });
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 800 }),
        fc.integer({ min: -60, max: 60 }),
        holidays,
        (offset, days, off) => {
          const closed = new Set(off.map((day) => plusDays('2026-01-01', day)));
          const from = plusDays('2026-01-01', offset);
          const due = plusWorkingDays(from, days, closed);
          expect(days >= 0 ? workingDays(from, due, closed) : -workingDays(due, from, closed)).toBe(days);
          expect(stopClock(running(due), from, closed).daysLeft).toBe(days);
        },
      ),
    );
  });

  it('leaves out the holidays of the group', () => {
    const christmas = new Set(['2026-12-24', '2026-12-25']);
    expect(startClock('2026-12-22', 3, christmas)).toEqual(running('2026-12-29'));
    expect(stopClock(running('2026-12-29'), '2026-12-22', christmas)).toEqual({ dueOn: null, daysLeft: 3 });
  });
});

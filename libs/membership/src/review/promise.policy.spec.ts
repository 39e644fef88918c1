import fc from 'fast-check';
import { plusDays } from '@himpun/kernel';
import { isOverdue, plusWorkingDays, resumeClock, startClock, stopClock } from './promise.policy';
import { workingDays } from './working-days.policy';

const FRIDAY = '2026-11-20';
const running = (dueOn: string) => ({ dueOn, daysLeft: null });

describe('when a case is due', () => {
  it.each([
    ['a Friday and five days', FRIDAY, 5, '2026-11-27'],
    ['a Friday and one day', FRIDAY, 1, '2026-11-23'],
    ['a Saturday and ten days', '2026-11-21', 10, '2026-12-04'],
  ])('%s', (_, submittedOn, promised, dueOn) => {
    expect(startClock(submittedOn, promised)).toEqual(running(dueOn));
  });

  it.each([
    ['five days early', running('2026-11-27'), FRIDAY, 5],
    ['on its last day', running(FRIDAY), FRIDAY, 0],
    ['two working days late', running('2026-11-18'), FRIDAY, -2],
  ])('stops when sent back %s', (_, clock, today, daysLeft) => {
    expect(stopClock(clock, today)).toEqual({ dueOn: null, daysLeft });
  });

  it('does not count the days on which the applicant had it', () => {
    const stopped = stopClock(startClock('2026-11-02', 10), '2026-11-05');
    expect(stopped).toEqual({ dueOn: null, daysLeft: 7 });
    expect(resumeClock(stopped, FRIDAY, 10)).toEqual(running('2026-12-01'));
  });

  it('stays late for what was late', () => {
    const late = resumeClock({ dueOn: null, daysLeft: -2 }, FRIDAY, 10);
    expect(late).toEqual(running('2026-11-18'));
    expect(isOverdue(late, FRIDAY)).toBe(true);
  });

  it('has the whole promise where there was no clock, and stops none where none runs', () => {
    expect(resumeClock({ dueOn: null, daysLeft: null }, FRIDAY, 5)).toEqual(running('2026-11-27'));
    expect(stopClock({ dueOn: null, daysLeft: null }, FRIDAY)).toEqual({ dueOn: null, daysLeft: null });
  });

  it('is overdue from the day after', () => {
    expect([FRIDAY, '2026-11-21'].map((today) => isOverdue(running(FRIDAY), today))).toEqual([false, true]);
    expect(isOverdue({ dueOn: null, daysLeft: -3 }, FRIDAY)).toBe(false);
  });

  it('has as many working days as were promised, and goes on where it stood at once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 800 }), fc.integer({ min: -60, max: 60 }), (offset, days) => {
        const from = plusDays('2026-01-01', offset);
        const due = plusWorkingDays(from, days);
        expect(days >= 0 ? workingDays(from, due) : -workingDays(due, from)).toBe(days);
        expect(stopClock(running(due), from).daysLeft).toBe(days);
      }),
    );
  });
});

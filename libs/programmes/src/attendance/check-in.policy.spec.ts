import fc from 'fast-check';
import { checkInVerdict, doorFaults, isComplete, roomFaults, sessionAtDoor } from './check-in.policy';

const registration = (state: 'confirmed' | 'waitlisted' | 'cancelled', activityId = 'A') => ({
  activityId,
  state,
});

describe('the verdict at the door of activity A', () => {
  it.each([
    ['a place', registration('confirmed'), false, 'in'],
    ['the same code again', registration('confirmed'), true, 'already_in'],
    ['a turn on the waitlist', registration('waitlisted'), false, 'waitlisted'],
    ['a cancelled registration', registration('cancelled'), false, 'cancelled'],
    ['a place in another activity', registration('confirmed', 'B'), false, 'other_activity'],
    ['a code of nobody', null, false, 'unknown'],
  ])('%s', (_, found, isIn, verdict) => {
    expect(checkInVerdict({ activityId: 'A', registration: found, isIn })).toBe(verdict);
  });
});

// 9.00 to 11.00 in Jakarta.
const session = { id: 's', startsAt: new Date('2026-12-01T02:00Z'), endsAt: new Date('2026-12-01T04:00Z') };

describe('when the door is open', () => {
  it.each([
    ['the evening before', '2026-11-30T16:59Z', ['session_not_today']],
    ['from midnight in the zone of the activity', '2026-11-30T17:00Z', []],
    ['the week after', '2026-12-08T02:00Z', []],
  ])('staff: %s', (_, now, codes) => {
    expect(doorFaults(session, 'Asia/Jakarta', new Date(now)).map((fault) => fault.code)).toEqual(codes);
  });

  it.each([
    ['more than an hour before', '2026-12-01T00:59Z', ['session_not_on']],
    ['an hour before', '2026-12-01T01:00Z', []],
    ['at the end', '2026-12-01T04:00Z', ['session_over']],
  ])('the room’s code: %s', (_, now, codes) => {
    expect(roomFaults(session, new Date(now)).map((fault) => fault.code)).toEqual(codes);
  });

  it('stands at the session that is on or comes next, and at the last when all are over', () => {
    const second = {
      id: 't',
      startsAt: new Date('2026-12-02T02:00Z'),
      endsAt: new Date('2026-12-02T04:00Z'),
    };
    const at = (now: string) => sessionAtDoor([session, second], new Date(now))?.id;
    expect([at('2026-12-01T03:00Z'), at('2026-12-01T05:00Z'), at('2026-12-09T00:00Z')]).toEqual([
      's',
      't',
      't',
    ]);
    expect(sessionAtDoor([], new Date('2026-12-01T03:00Z'))).toBeNull();
  });
});

describe('enough attendance', () => {
  it.each([
    [1, 1, 100, true],
    [0, 1, 1, false],
    [3, 4, 75, true],
    [2, 4, 75, false],
    [2, 3, 66, true],
    [2, 3, 67, false],
    [0, 0, 50, false],
  ])('%i of %i sessions at %i %%: %s', (attended, sessions, share, complete) => {
    expect(isComplete(attended, sessions, share)).toBe(complete);
  });

  it('attending more never takes it away', () => {
    const count = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(count, fc.nat(39), fc.integer({ min: 1, max: 100 }), (sessions, attended, share) => {
        fc.pre(attended < sessions);
        return !isComplete(attended, sessions, share) || isComplete(attended + 1, sessions, share);
      }),
    );
  });
});

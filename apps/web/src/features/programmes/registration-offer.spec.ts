import { placesLeft, registrationOffer } from './registration-offer';

const activity = {
  state: 'published' as const,
  opensAt: '2026-11-01T00:00:00Z',
  closesAt: '2026-11-20T00:00:00Z',
  endsAt: '2026-11-25T00:00:00Z',
  capacity: 30,
  taken: 12,
  myState: null,
};

describe('the button of an activity', () => {
  it.each([
    ['places free', {}, '10', 'register'],
    ['all places taken', { taken: 30 }, '10', 'join_waitlist'],
    ['before the window', { opensAt: '2026-11-11T00:00:00Z' }, '10', 'not_open_yet'],
    ['after the window', {}, '20', 'closed'],
    ['after the end', {}, '25', 'over'],
    ['mine', { myState: 'confirmed' as const }, '25', 'registered'],
    ['my turn on the waitlist', { myState: 'waitlisted' as const, taken: 30 }, '10', 'waitlisted'],
    ['a turn that led nowhere', { myState: 'waitlisted' as const, taken: 30 }, '25', 'over'],
    ['called off', { state: 'cancelled' as const, myState: 'confirmed' as const }, '10', 'cancelled'],
    ['a draft', { state: 'draft' as const }, '10', 'draft'],
  ])('%s', (_, change, day, offer) => {
    expect(registrationOffer({ ...activity, ...change }, new Date(`2026-11-${day}T00:00:00Z`))).toBe(offer);
  });

  it('never says that fewer than no places are left', () => {
    expect(placesLeft({ capacity: 30, taken: 12 })).toBe(18);
    expect(placesLeft({ capacity: 10, taken: 12 })).toBe(0);
  });
});

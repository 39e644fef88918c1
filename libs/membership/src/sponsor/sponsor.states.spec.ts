import { nextState, unreachableStates } from '@himpun/kernel';
import { SPONSORSHIP_TRANSITIONS, type SponsorshipAct, type SponsorshipState } from './sponsor.states';

const ACTS: SponsorshipAct[] = ['confirm', 'decline', 'expire', 'withdraw'];
const STATES = Object.keys(SPONSORSHIP_TRANSITIONS) as SponsorshipState[];

describe('the lifecycle of a sponsorship', () => {
  it('has no state that nothing leads to', () => {
    expect(unreachableStates(SPONSORSHIP_TRANSITIONS, 'asked')).toEqual([]);
  });

  it.each(STATES.filter((state) => state !== 'asked'))('is over once it is %s', (state) => {
    expect(ACTS.map((act) => nextState(SPONSORSHIP_TRANSITIONS, state, act))).toEqual(ACTS.map(() => null));
  });
});

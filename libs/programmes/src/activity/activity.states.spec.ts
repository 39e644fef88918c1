import { nextState, unreachableStates } from '@himpun/kernel';
import { REGISTRATION_TRANSITIONS } from '../registration/registration.states';
import { ACTIVITY_TRANSITIONS } from './activity.states';

describe('the lives of activities and registrations', () => {
  it('reach every state they name', () => {
    expect(unreachableStates(ACTIVITY_TRANSITIONS, 'draft')).toEqual([]);
    expect(unreachableStates(REGISTRATION_TRANSITIONS, 'waitlisted')).toEqual([]);
  });

  it.each(['publish', 'cancel'] as const)('a cancelled activity cannot %s', (act) => {
    expect(nextState(ACTIVITY_TRANSITIONS, 'cancelled', act)).toBeNull();
  });

  it('a published activity is not published again', () => {
    expect(nextState(ACTIVITY_TRANSITIONS, 'published', 'publish')).toBeNull();
  });
});

import { nextState, unreachableStates } from '@himpun/kernel';
import { CERTIFICATE_TRANSITIONS } from './certificate.states';

describe('the life of a certificate', () => {
  it('reaches every state', () => {
    expect(unreachableStates(CERTIFICATE_TRANSITIONS, 'pending')).toEqual([]);
  });

  it('never comes back once it is revoked', () => {
    expect(CERTIFICATE_TRANSITIONS.revoked).toEqual({});
  });

  it('is signed once', () => {
    expect(nextState(CERTIFICATE_TRANSITIONS, 'issued', 'sign')).toBeNull();
  });
});

import { unreachableStates } from '@himpun/kernel';
import { CREDENTIAL_TRANSITIONS } from '../credential/credential.states';
import { IMPORT_TRANSITIONS } from '../register/register-import.states';
import { RUN_TRANSITIONS, type CheckAction, type CheckOutcome, type RunState } from './check.states';
import { standingOf } from './standing.policy';

const check = (outcome: CheckOutcome | null, action: CheckAction = 'none', runState: RunState = 'ran') => ({
  ...{ outcome, action, runState },
});

describe('how far a claim can be relied on', () => {
  it.each([
    ['without any check', [], 'unchecked'],
    ['with a match', [check('match')], 'confirmed'],
    ['while one is still asked', [check('match'), check(null, 'none', 'running')], 'pending'],
    ['while one waits its turn', [check(null, 'none', 'queued')], 'pending'],
    [
      'with a match and one that nobody could ask',
      [check('match'), check(null, 'needs_person', 'unavailable')],
      'needs_person',
    ],
    ['not found', [check('not_found', 'needs_person')], 'needs_person'],
    ['not found here, matched there', [check('not_found', 'needs_person'), check('match')], 'needs_person'],
    [
      'not found here, which a person let stand, matched there',
      [check('not_found', 'done'), check('match')],
      'confirmed',
    ],
    ['revoked, though another source matches', [check('match'), check('revoked')], 'refuted'],
    ['expired', [check('expired')], 'refuted'],
    ['a difference nobody has looked at', [check('mismatch', 'needs_person')], 'needs_person'],
    ['a difference that a person confirmed', [check('mismatch', 'done')], 'refuted'],
    ['a part that a person did not take for a match', [check('partial', 'done')], 'refuted'],
    ['a person’s match where no source could tell', [check('match', 'done')], 'confirmed'],
    ['for a person to look at', [check(null, 'needs_person', 'not_covered')], 'needs_person'],
  ])('%s', (_, checks, standing) => expect(standingOf(checks)).toBe(standing));
});

describe('lifecycles', () => {
  it('have no state that cannot be reached', () => {
    expect(unreachableStates(RUN_TRANSITIONS, 'queued')).toEqual([]);
    expect(unreachableStates(CREDENTIAL_TRANSITIONS, 'draft')).toEqual([]);
    expect(unreachableStates(IMPORT_TRANSITIONS, 'reading')).toEqual([]);
  });
});

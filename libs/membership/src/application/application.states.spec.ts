import { nextState, unreachableStates } from '@himpun/kernel';
import fc from 'fast-check';
import { APPLICATION_TRANSITIONS, type ApplicationAct, type ApplicationState } from './application.states';

const ACTS: ApplicationAct[] = [
  'submit',
  'return',
  'approve',
  'reject',
  'withdraw',
  'admit',
  'appeal',
  'lapse',
];
const FINAL: ApplicationState[] = ['withdrawn', 'admitted'];

describe('the lifecycle of an application', () => {
  it('has no state that nothing leads to', () => {
    expect(unreachableStates(APPLICATION_TRANSITIONS, 'draft')).toEqual([]);
  });

  it('admits nobody who was not submitted and approved before, in any order of acts', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ACTS), { maxLength: 30 }), (acts) => {
        let state: ApplicationState = 'draft';
        const done: ApplicationAct[] = [];
        for (const act of acts) {
          const next: ApplicationState | null = nextState(APPLICATION_TRANSITIONS, state, act);
          if (FINAL.includes(state)) expect(next).toBeNull();
          if (!next) continue;
          if (next === 'admitted') expect(done.at(-1)).toBe('approve');
          if (act === 'lapse') expect(done.at(-1)).toBe('return');
          else if (next === 'approved' || next === 'rejected') {
            expect(['submit', 'appeal']).toContain(done.at(-1));
          }
          done.push(act);
          state = next;
        }
      }),
    );
  });
});

import fc from 'fast-check';
import {
  afterFailure,
  afterSuccess,
  CLOSED,
  IN_ROW,
  pause,
  permission,
  type Circuit,
} from './circuit.policy';

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 21, 14, 2) + seconds * 1_000);
const failing = (circuit: Circuit, seconds: number, successes = 0): Circuit =>
  afterFailure(circuit, { now: at(seconds), chance: 1, successes, error: 'HTTP 503' });
const failed = (times: number, from: Circuit = CLOSED): Circuit =>
  Array.from({ length: times }).reduce<Circuit>((circuit, _, second) => failing(circuit, second), from);

describe('the circuit of a source', () => {
  it('stays closed for a few failures, and opens for many in a row', () => {
    expect(permission(failed(IN_ROW - 1), at(9))).toEqual({ may: 'ask' });
    const open = failed(IN_ROW);
    expect(open).toMatchObject({ state: 'open', openedAt: at(4), openUntil: at(34), opens: 1 });
    expect(permission(open, at(5))).toEqual({ may: 'wait', until: at(34) });
  });

  it('opens when more than half of the questions of half a minute fail, though never many in a row', () => {
    let circuit = CLOSED;
    for (let second = 0; second < 5; second += 1) circuit = failing(circuit, second, 1);
    expect(circuit.state).toBe('closed');
    circuit = failing(failing(circuit, 6), 7);
    expect(circuit).toMatchObject({ state: 'open' });
  });

  it('counts anew after half a minute', () => {
    const circuit = failing(failing({ ...CLOSED, asked: 100, failed: 49, windowBegan: at(0) }, 10), 60, 1);
    expect(circuit).toMatchObject({ asked: 2, failed: 1, state: 'closed' });
  });

  it('lets one try when its pause is over, and the others wait for that try', () => {
    const open = failed(IN_ROW);
    expect(permission(open, at(34))).toEqual({ may: 'probe' });
    const tried = { ...open, probeUntil: at(64) };
    expect(permission(tried, at(40))).toEqual({ may: 'wait', until: at(64) });
    expect(permission(tried, at(64))).toEqual({ may: 'probe' });
  });

  it('pauses longer after each try that failed, says since when, and closes with one answer', () => {
    const again = failing(failed(IN_ROW), 34);
    expect(again).toMatchObject({ opens: 2, openedAt: at(4), openUntil: at(94), probeUntil: null });
    expect(afterSuccess(again)).toMatchObject({ state: 'closed', inRow: 0, openedAt: null, openUntil: null });
  });

  it('takes a late failure of an old question for no new outage', () => {
    expect(failing(failed(IN_ROW), 10)).toMatchObject({ opens: 1, openUntil: at(34) });
  });

  it('never pauses longer than ten minutes, nor shorter than twenty-four seconds', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (opens, chance) => {
          expect(pause(opens, chance)).toBeGreaterThanOrEqual(24_000);
          expect(pause(opens, chance)).toBeLessThanOrEqual(600_000);
        },
      ),
    );
  });
});

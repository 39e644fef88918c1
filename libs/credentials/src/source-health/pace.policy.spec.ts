import fc from 'fast-check';
import { held, measureOf, NONE_TAKEN, spacing, type Standing } from './pace.policy';
import { OwnPace } from './source-pace';

/** Moments at which turns were taken by somebody who asks at these distances, in milliseconds. */
function turnsOf(gaps: readonly number[], perSecond: number): { turns: number[]; from: number; to: number } {
  let [now, standing]: [number, Standing] = [1_000, NONE_TAKEN];
  const turns: number[] = [];
  for (const gap of gaps) {
    now += gap;
    const asked = spacing(standing, now, measureOf(perSecond));
    standing = asked.standing;
    if (asked.turn.taken) turns.push(now);
  }
  return { turns, from: 1_000, to: now };
}
function mostInASecond(turns: readonly number[]): number {
  let [most, first] = [0, 0];
  for (const [last, turn] of turns.entries()) {
    while (turn - (turns[first] ?? 0) >= 1_000) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
}

describe('the pace of a source', () => {
  const steady = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 900, maxLength: 1_000 });

  it('gives no second more than the limit, wherever it begins, and wastes little', () => {
    fc.assert(
      fc.property(steady, (gaps) => {
        const { turns, from, to } = turnsOf(gaps, 50);
        expect(mostInASecond(turns)).toBeLessThanOrEqual(50);
        expect((turns.length * 1_000) / (to - from)).toBeGreaterThan(47.5);
      }),
      { numRuns: 20 },
    );
  });

  it('is made up for by who stands still now and then, and still no second has more than the limit', () => {
    const still = fc.array(fc.integer({ min: 50, max: 250 }), { minLength: 29, maxLength: 29 });
    fc.assert(
      fc.property(still, (pauses) => {
        const gaps = Array.from({ length: 4_000 }, (_, place) =>
          place % 140 === 69 ? (pauses[(place / 140) | 0] ?? 0) : 5,
        );
        const { turns, from, to } = turnsOf(gaps, 50);
        expect(mostInASecond(turns)).toBeLessThanOrEqual(50);
        expect((turns.length * 1_000) / (to - from)).toBeGreaterThan(45.5);
        for (const [place, turn] of turns.slice(1).entries())
          expect(turn - (turns[place] ?? 0)).toBeGreaterThanOrEqual(14);
      }),
      { numRuns: 20 },
    );
  });

  it.each([0.2, 0.5, 1, 2, 7, 400])('of %d a second holds as well', (perSecond) => {
    const { turns, from, to } = turnsOf(Array<number>(60_000).fill(1), perSecond);
    expect(mostInASecond(turns)).toBeLessThanOrEqual(Math.max(1, perSecond));
    expect((turns.length * 1_000) / (to - from)).toBeGreaterThan(perSecond * 0.93);
  });

  it('says how far away the next turn is, and lets nobody come before a hold ends', () => {
    const measure = measureOf(1);
    const { standing } = spacing(NONE_TAKEN, 5_000, measure);
    const early = spacing(standing, 5_100, measure);
    expect(early.turn).toEqual({ taken: false, awayMs: expect.closeTo(measure.span - 100, 3) });
    expect(early.standing).toEqual(standing);
    const kept = held(standing, 5_100, 60_000, measure);
    expect(spacing(kept, 65_000, measure).turn).toEqual({ taken: false, awayMs: expect.closeTo(100, 3) });
    expect(spacing(kept, 65_101, measure).turn).toEqual({ taken: true });
    expect(held(kept, 5_200, 1_000, measure)).toEqual(kept);
  });

  it('without a limit only waits while it is held', async () => {
    const pace = new OwnPace();
    expect(await pace.turn('any', 0)).toEqual({ taken: true });
    await pace.hold('any', 60_000, 0);
    expect(await pace.turn('any', 0)).toMatchObject({ taken: false });
    expect(await pace.turn('other', 0)).toEqual({ taken: true });
  });
});

import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { figuresOf, readPairs, type LabelledPair } from './name-pairs';

const OWN = join(__dirname, '../../../names/src/labelled/indonesian-name-pairs.csv');
const OTHERS = join(process.env.HIMPUN_SAMPLES ?? '../shared/data', 'names/person-name-pairs.csv');

/** Fixed by the names themselves: nobody can move a pair to the other half without changing it. */
function halfOf({ name1, name2 }: LabelledPair): 'tuning' | 'held out' {
  const last = createHash('sha256').update(`${name1}|${name2}`).digest().at(-1) ?? 0;
  return last % 2 === 0 ? 'tuning' : 'held out';
}

describe('the labelled Indonesian pairs', () => {
  const { pairs } = readPairs(readFileSync(OWN, 'utf8'));

  it('are many, of both kinds, in every category named once', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(400);
    expect(new Set(pairs.map(({ name1, name2 }) => `${name1}|${name2}`)).size).toBe(pairs.length);
    const share = pairs.filter(({ isMatch }) => isMatch).length / pairs.length;
    expect(share).toBeGreaterThan(0.4);
    expect(share).toBeLessThan(0.65);
    expect(new Set(pairs.map(({ category }) => category)).size).toBeGreaterThanOrEqual(20);
  });

  it.each(['tuning', 'held out'])('decided alone are right, in the half %s', (half) => {
    const figures = figuresOf(pairs.filter((pair) => halfOf(pair) === half));
    report(`own, ${half}`, figures);
    expect(figures.alone.precision).toBeGreaterThanOrEqual(0.995);
    expect(figures.alone.recall).toBeGreaterThan(0.6);
    expect(figures.missed_share).toBeLessThan(0.05);
  });
});

(existsSync(OTHERS) ? describe : describe.skip)('pairs that others labelled', () => {
  it.each(['tuning', 'held out', 'both'])('decided alone are right, in the half %s', (half) => {
    const { pairs } = readPairs(readFileSync(OTHERS, 'utf8'));
    const figures = figuresOf(pairs.filter((pair) => half === 'both' || halfOf(pair) === half));
    report(`others, ${half}`, figures);
    expect(figures.alone.precision).toBeGreaterThanOrEqual(0.995);
    expect(figures.alone.recall).toBeGreaterThan(0.1);
  });

  it('stay right in each of ten parts, however the pairs fall', () => {
    const { pairs } = readPairs(readFileSync(OTHERS, 'utf8'));
    const all = [...pairs, ...readPairs(readFileSync(OWN, 'utf8')).pairs];
    for (let part = 0; part < 10; part += 1) {
      const { alone } = figuresOf(all.filter((_, index) => index % 10 === part));
      expect(alone.precision).toBe(1);
    }
  });
});

function report(title: string, figures: unknown): void {
  if (process.env.HIMPUN_REPORT) process.stdout.write(`${title}: ${JSON.stringify(figures)}\n`);
}

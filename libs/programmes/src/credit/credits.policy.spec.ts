import fc from 'fast-check';
import { entriesOwed, targetShare, type Booked, type OwedEntry, type Tenths } from './credits.policy';

describe('what the ledger is owed', () => {
  it.each<[string, Tenths, Booked, OwedEntry[]]>([
    ['nothing due, nothing booked', {}, {}, []],
    [
      'attendance completed: one line per domain',
      { practice: 40, ethics: 15 },
      {},
      [
        { domain: 'ethics', kind: 'attendance', tenths: 15 },
        { domain: 'practice', kind: 'attendance', tenths: 40 },
      ],
    ],
    ['asked again: nothing', { practice: 40 }, { practice: { tenths: 40, entries: 1 } }, []],
    [
      'check-in undone: taken back by a correction',
      {},
      { practice: { tenths: 40, entries: 1 } },
      [{ domain: 'practice', kind: 'correction', tenths: -40 }],
    ],
    [
      'checked in again afterwards: given again by a correction',
      { practice: 40 },
      { practice: { tenths: 0, entries: 2 } },
      [{ domain: 'practice', kind: 'correction', tenths: 40 }],
    ],
    [
      'worth changed from 4 to 6 hours',
      { practice: 60 },
      { practice: { tenths: 40, entries: 1 } },
      [{ domain: 'practice', kind: 'correction', tenths: 20 }],
    ],
  ])('%s', (_, due, booked, owed) => {
    expect(entriesOwed(due, booked)).toEqual(owed);
  });

  it('always brings the ledger to what is due, and then owes nothing', () => {
    const hours = fc.dictionary(fc.constantFrom('practice', 'ethics', 'service'), fc.nat(999));
    fc.assert(
      fc.property(fc.array(hours, { maxLength: 8 }), (dues) => {
        const ledger: Record<string, { tenths: number; entries: number }> = {};
        for (const due of dues) {
          for (const { domain, tenths, kind } of entriesOwed(due, ledger)) {
            const line = (ledger[domain] ??= { tenths: 0, entries: 0 });
            expect(kind === 'attendance').toBe(line.entries === 0);
            line.tenths += tenths;
            line.entries += 1;
          }
          expect(entriesOwed(due, ledger)).toEqual([]);
        }
      }),
    );
  });
});

describe('the share of the year’s target', () => {
  it.each([
    [0, 25, 0],
    [6.5, 25, 26],
    [24.9, 25, 99],
    [30, 25, 100],
    [-2, 25, 0],
    [10, null, null],
  ])('%d hours of %p: %p %%', (hours, target, share) => {
    expect(targetShare(hours, target)).toBe(share);
  });
});

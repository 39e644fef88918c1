import { confirmationRefusal, guardReasons } from './import-guard.policy';

const counts = (change: object) => ({
  ...{ added: 0, changed: 0, removed: 0, same: 0, struck: 0, byHand: 0 },
  ...change,
});
const file = (change: object) => ({ kind: 'file' as const, changes: counts(change) });

describe('the guard of a register', () => {
  it.each([
    ['a file like the last', file({ same: 100 }), []],
    ['one that drops four of ten', file({ same: 60, removed: 40 }), ['drops_holders']],
    ['one that drops exactly a tenth', file({ same: 90, removed: 10 }), []],
    ['one that drops little more than a tenth', file({ same: 89, removed: 11 }), ['drops_holders']],
    ['one of three holders that drops one', file({ same: 2, removed: 1 }), []],
    ['one that revokes many', file({ same: 90, changed: 10, struck: 10 }), ['strikes_holders']],
    ['one whose columns were mixed up', file({ same: 10, changed: 90 }), ['changes_holders']],
    ['one that only adds', file({ same: 10, added: 90 }), []],
    ['one that overwrites a hand', file({ same: 99, changed: 1, byHand: 1 }), ['overwrites_corrections']],
    ['the first file', { kind: 'file' as const, changes: null }, []],
    [
      'an undoing, which has its reason',
      { ...file({ same: 1, removed: 99 }), kind: 'rollback' as const },
      [],
    ],
  ])('of %s', (_, proposal, codes) => {
    expect(guardReasons(proposal).map(({ code }) => code)).toEqual(codes);
  });

  it('says the share in words', () => {
    expect(guardReasons(file({ same: 60, removed: 40 }))[0]?.text).toEqual({
      id: 'Berkas ini menghilangkan 40 % pemegang.',
      en: 'This file drops 40 % of the holders.',
    });
  });

  it.each([
    ['a checked file', {}, null],
    ['one with faults', { state: 'refused' as const }, 'closed'],
    ['one that the register has left behind', { isUpToDate: false }, 'outdated'],
    ['one that drops much, without a word', { changes: counts({ same: 6, removed: 6 }) }, 'reason_missing'],
    [
      'one that drops much, for a blank',
      { changes: counts({ same: 6, removed: 6 }), reason: '  ' },
      'reason_missing',
    ],
    [
      'one that drops much, with a reason',
      { changes: counts({ same: 6, removed: 6 }), reason: 'merged' },
      null,
    ],
  ])('lets pass or not: %s', (_, change, refusal) => {
    const asked = { ...file({ same: 12 }), state: 'checked' as const, isUpToDate: true, reason: null };
    expect(confirmationRefusal({ ...asked, ...change })).toBe(refusal);
  });
});

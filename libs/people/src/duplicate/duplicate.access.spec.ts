import type { Actor } from '@himpun/kernel';
import { mayMerge, maySeeSuspicion, type PairScope } from './duplicate.access';

const actor = (power: string, groupId: string, personId: string | null = 'officer'): Actor => ({
  ...{ kind: 'person', accountId: 'a', personId, label: 'Officer', language: 'id', sessionId: null },
  powers: [{ power, groupId, until: null }],
});
const pair = (first: string[][], second: string[][]): PairScope => ({
  personIds: ['one', 'two'],
  groupPaths: [first, second],
});
const BRANCH = ['root', 'branch'];
const ELSEWHERE = ['elsewhere'];

describe('who sees a suspicion, and who merges', () => {
  it.each([
    ['both in the group', actor('applications.review', 'branch'), pair([BRANCH], [BRANCH]), true, false],
    [
      'both below, with the power to decide',
      actor('applications.decide', 'root'),
      pair([BRANCH], [BRANCH]),
      true,
      true,
    ],
    ['one whom no group knows yet', actor('applications.decide', 'branch'), pair([BRANCH], []), true, true],
    ['two whom no group knows', actor('applications.decide', 'root'), pair([], []), false, false],
    [
      'one whom only others know',
      actor('applications.decide', 'root'),
      pair([BRANCH], [ELSEWHERE]),
      false,
      false,
    ],
    [
      'one whom others know as well',
      actor('applications.decide', 'root'),
      pair([BRANCH], [BRANCH, ELSEWHERE]),
      true,
      false,
    ],
    ['another power', actor('members.read', 'root'), pair([BRANCH], [BRANCH]), false, false],
    ['one’s own pair', actor('applications.decide', 'root', 'two'), pair([BRANCH], [BRANCH]), false, false],
    ['the system', actor('applications.decide', 'root', null), pair([BRANCH], [BRANCH]), false, false],
  ])('%s', (_, who, scope, sees, merges) => {
    expect(maySeeSuspicion(who, scope)).toBe(sees);
    expect(mayMerge(who, scope)).toBe(merges);
  });
});

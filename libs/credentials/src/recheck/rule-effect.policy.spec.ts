import { CREDENTIAL_CHANGES, DEFAULT_STANDING_RULE, type StandingRule } from '@himpun/groups';
import { consequenceEffects, recheckEffects } from './rule-effect.policy';

const weekly: StandingRule = {
  ...DEFAULT_STANDING_RULE,
  rechecks: [{ kind: 'licence', source: '*', everyDays: 7, atExpiry: true }],
  consequences: [{ kind: '*', change: 'revoked', proposes: 'suspension' }],
};

describe('a draft of a rule of standing', () => {
  it('says how many questions a month it makes of those asked now', () => {
    const watched = [
      { kind: 'licence', source: 'authority_register', count: 70 },
      { kind: 'certification', source: 'signed_credential', count: 14 },
      { kind: 'education', source: 'diploma_register', count: 900 },
    ];
    expect(recheckEffects(DEFAULT_STANDING_RULE, weekly, watched)).toEqual([
      { ...watched[0], before: 30, after: 7, monthlyBefore: 70, monthlyAfter: 300 },
      { ...watched[1], before: 7, after: null, monthlyBefore: 60, monthlyAfter: 0 },
      { ...watched[2], before: null, after: null, monthlyBefore: 0, monthlyAfter: 0 },
    ]);
  });

  it('names what means something else under it, and nothing that means the same', () => {
    const effects = consequenceEffects(DEFAULT_STANDING_RULE, weekly, CREDENTIAL_CHANGES);
    expect(effects).toContainEqual({
      kind: 'education',
      change: 'revoked',
      before: 'review',
      after: 'suspension',
    });
    expect(effects).toContainEqual({ kind: 'licence', change: 'not_found', before: 'review', after: 'none' });
    expect(effects.filter(({ kind, change }) => kind === 'licence' && change === 'revoked')).toEqual([]);
    expect(consequenceEffects(weekly, weekly, CREDENTIAL_CHANGES)).toEqual([]);
  });
});

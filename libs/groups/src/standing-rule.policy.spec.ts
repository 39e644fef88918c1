import fc from 'fast-check';
import { CREDENTIAL_CHANGES, DEFAULT_STANDING_RULE, type StandingRule } from './standing-rule';
import { firstFitting, standingRuleFaults } from './standing-rule.policy';

const changed = (change: Partial<StandingRule>): StandingRule => ({ ...DEFAULT_STANDING_RULE, ...change });
const { reminders, acknowledgement } = DEFAULT_STANDING_RULE;

describe('a rule of standing', () => {
  it.each<[string, StandingRule, string[]]>([
    ['as it is by default', DEFAULT_STANDING_RULE, []],
    [
      'that asks every day and a half',
      changed({ rechecks: [{ kind: '*', source: '*', everyDays: 1.5, atExpiry: false }] }),
      ['rechecks.0'],
    ],
    [
      'with a day named twice',
      changed({ reminders: { ...reminders, daysBefore: [7, 7] } }),
      ['reminders.daysBefore'],
    ],
    [
      'with a day after the last',
      changed({ acknowledgement: { ...acknowledgement, daysBefore: [-1] } }),
      ['acknowledgement.daysBefore'],
    ],
    [
      'that gives no time',
      changed({ acknowledgement: { ...acknowledgement, withinDays: 0 } }),
      ['acknowledgement.withinDays'],
    ],
  ])('%s has its faults named', (_, rule, fields) => {
    expect(standingRuleFaults(rule).map(({ field }) => field)).toEqual(fields);
  });

  it('proposes a suspension only for what a source knows', () => {
    const proposing = CREDENTIAL_CHANGES.filter(
      (change) =>
        standingRuleFaults(changed({ consequences: [{ kind: '*', change, proposes: 'suspension' }] }))
          .length === 0,
    );
    expect(proposing).toEqual(['revoked', 'suspended', 'expired']);
  });

  it.each([
    ['licence', 'authority_register', 30, true],
    ['licence', 'npi_registry', 30, false],
    ['licence', 'signed_credential', 7, false],
    ['certification', 'signed_credential', 7, false],
    ['licence', 'issuer_attestation', null, false],
    ['education', 'diploma_register', null, false],
    ['education', 'signed_credential', null, false],
  ])('asks by default about a %s at %s every %s days', (kind, source, everyDays, atExpiry) => {
    expect(firstFitting(DEFAULT_STANDING_RULE.rechecks, kind, source)).toMatchObject({ everyDays, atExpiry });
  });

  it('lets the first line that fits count, whatever follows', () => {
    const word = fc.constantFrom('*', 'licence', 'education');
    const lines = fc.array(fc.record({ kind: word, source: fc.constantFrom('*', 'a', 'b') }));
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const found = firstFitting(before, 'licence', 'a');
        expect(firstFitting([...before, ...after], 'licence', 'a')).toEqual(
          found ?? firstFitting(after, 'licence', 'a'),
        );
        if (found) expect(['*', 'licence']).toContain(found.kind);
      }),
    );
  });
});

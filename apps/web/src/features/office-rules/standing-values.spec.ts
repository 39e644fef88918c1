import type { StandingRule } from './office-rules.api';
import { dayFaults, ruleOf, valuesOf } from './standing-values';
import { dayOf, daysOf } from './whole-days';

const rule: StandingRule = {
  rechecks: [
    { kind: 'education', source: '*', everyDays: null, atExpiry: false },
    { kind: '*', source: 'signed_credential', everyDays: 7, atExpiry: false },
    { kind: 'licence', source: '*', everyDays: 30, atExpiry: true },
  ],
  reminders: { kinds: ['licence'], daysBefore: [90, 30, 7, 0] },
  consequences: [
    { kind: 'licence', change: 'revoked', proposes: 'suspension' },
    { kind: '*', change: 'revoked', proposes: 'review' },
    { kind: '*', change: 'not_found', proposes: null },
  ],
  acknowledgement: { withinDays: 30, daysBefore: [14, 0], late: 'flag' },
};

describe('a rule of standing in its form', () => {
  it('comes out with the meaning it went in with', () => {
    const values = valuesOf(rule);
    expect(values.meanings.revoked).toEqual({
      ...{ licence: 'suspension', certification: 'review', education: 'review', experience: 'review' },
    });
    const again = ruleOf(values);
    expect(again.rechecks).toEqual(rule.rechecks);
    expect([again.reminders, again.acknowledgement]).toEqual([rule.reminders, rule.acknowledgement]);
    expect(valuesOf(again).meanings).toEqual(values.meanings);
    expect(again.consequences).toContainEqual({ kind: '*', change: 'not_found', proposes: null });
  });

  it('names the fields that hold no whole days', () => {
    const values = valuesOf(rule);
    const [first, ...more] = values.lines;
    const typed = {
      ...{ ...values, 'reminders.daysBefore': '90, soon', 'acknowledgement.withinDays': '' },
      lines: first ? [{ ...first, days: '1.5' }, ...more] : more,
    };
    expect(dayFaults(values)).toEqual([]);
    expect(dayFaults(typed)).toEqual(['rechecks.0', 'reminders.daysBefore', 'acknowledgement.withinDays']);
  });
});

describe('days as people type them', () => {
  it.each([
    ['90, 30 7;0', [90, 30, 7, 0]],
    ['', []],
    ['-1', null],
    ['1.5', null],
    ['1000', null],
  ])('%j', (typed, days) => expect(daysOf(typed)).toEqual(days));

  it('one by one', () => expect([dayOf(' 7 '), dayOf(''), dayOf('x')]).toEqual([7, null, null]));
});

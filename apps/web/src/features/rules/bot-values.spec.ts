import { botFaults, botRuleOf, botValuesOf } from './bot-values';

describe('a bot’s rules in the form', () => {
  it('go out as they came in', () => {
    const values = {
      ...botValuesOf({ approves: true, closes: { afterDays: 21, remindDays: 5 } }),
      botReason: ' Pilot ',
    };
    expect(botFaults(values)).toEqual({});
    expect(botRuleOf(values)).toEqual({
      approves: true,
      closes: { afterDays: 21, remindDays: 5 },
      reason: 'Pilot',
    });
    expect(botRuleOf({ ...values, closes: false })).toEqual({ approves: true, reason: 'Pilot' });
  });

  it.each([
    [{ afterDays: '6' }, ['afterDays', 'remindDays']],
    [{ afterDays: 'soon' }, ['afterDays', 'remindDays']],
    [{ remindDays: '30' }, ['remindDays']],
    [{ botReason: ' ' }, ['botReason']],
    [{ closes: false, afterDays: '' }, []],
  ])('say what is wrong: %j', (changes, fields) => {
    const values = {
      ...botValuesOf({ approves: false, closes: null }),
      closes: true,
      botReason: 'x',
      ...changes,
    };
    expect(Object.keys(botFaults(values))).toEqual(fields);
  });
});

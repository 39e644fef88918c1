import { NO_ANSWER, wordOf } from './answer-values';

describe('the answer of an institution', () => {
  const who = { ...NO_ANSWER, name: ' Dewi ', office: ' Registrar ' };

  it('leaves out what was typed and then unchosen', () => {
    const values = {
      ...who,
      verdict: 'yes' as const,
      differing: ['level'],
      'found.level': '5',
      remark: '  ',
    };
    expect(wordOf(values)).toEqual({ verdict: 'yes', name: 'Dewi', office: 'Registrar' });
  });

  it('names each field that differs with what the records say', () => {
    const values = {
      ...who,
      verdict: 'differs' as const,
      differing: ['level'],
      'found.level': ' 5 ',
      'found.number': 'x',
    };
    expect(wordOf(values).differences).toEqual([{ field: 'level', found: '5' }]);
  });
});

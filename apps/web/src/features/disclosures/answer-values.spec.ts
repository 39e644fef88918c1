import { bodyOf, missingFields, valuesOf } from './answer-values';

const questions = [{ id: 'sanctions' }, { id: 'convictions' }];
const own = {
  id: 'd1',
  answers: [
    { questionId: 'sanctions', yes: true, explanation: 'In 2019.' },
    { questionId: 'convictions', yes: false, explanation: '' },
  ],
  evidence: [{ id: 'f', name: 'letter.pdf', size: 1 }],
};

describe('answers to a disclosure', () => {
  it('go out as they came in', () => {
    const values = valuesOf(questions, own);
    expect(missingFields(questions, values)).toEqual([]);
    expect(bodyOf(questions, values, 'd1')).toEqual({
      answers: own.answers,
      evidenceFileIds: ['f'],
      replaces: 'd1',
    });
  });

  it('name what is missing', () => {
    const values = valuesOf(questions, { id: null, answers: [], evidence: [] });
    expect(missingFields(questions, values)).toEqual(['answer-sanctions', 'answer-convictions']);
    const bare = { ...values.fields, 'answer-sanctions': 'yes', 'answer-convictions': 'no' };
    expect(missingFields(questions, { fields: bare, evidence: [] })).toEqual(['explanation-sanctions']);
  });

  it('leave explanation and files behind with a no', () => {
    const values = valuesOf(questions, own);
    const no = { ...values, fields: { ...values.fields, 'answer-sanctions': 'no' } };
    expect(bodyOf(questions, no, null)).toEqual({
      answers: [
        { questionId: 'sanctions', yes: false, explanation: '' },
        { questionId: 'convictions', yes: false, explanation: '' },
      ],
      evidenceFileIds: [],
    });
  });
});

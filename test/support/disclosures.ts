import type { Requirement } from '@himpun/groups';

/** Two questions about the past. */
export const pastQuestions = {
  id: 'past',
  kind: 'disclosure',
  title: { id: 'Pengungkapan', en: 'Disclosure' },
  hint: { id: 'Jawab apa adanya', en: 'Answer as it is' },
  questions: [
    { id: 'sanctions', text: { id: 'Pernah dikenai sanksi?', en: 'Were you ever sanctioned?' } },
    { id: 'convictions', text: { id: 'Pernah dipidana?', en: 'Were you ever convicted?' } },
  ],
} as const satisfies Requirement;

export const SECRET = 'In 2019 I was cautioned by the board of Surabaya.';

/** Answers with nothing to tell, or with a sanction. */
export function answered(yes: boolean): {
  answers: { questionId: string; yes: boolean; explanation: string }[];
  evidenceFileIds: string[];
} {
  return {
    answers: [
      { questionId: 'sanctions', yes, explanation: yes ? SECRET : '' },
      { questionId: 'convictions', yes: false, explanation: '' },
    ],
    evidenceFileIds: [],
  };
}

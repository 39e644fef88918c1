import type { Answer } from './client';

/**
 * Two people edit the same version of one record (row 19). `edit` sends an edit that rests on the version both saw;
 * the first is taken, the second answers 409 with what is stored now, and so does the one of two sent at once.
 */
export async function expectNoLostUpdate(edit: (which: 1 | 2) => Promise<Answer>): Promise<Answer> {
  const answers = await Promise.all([edit(1), edit(2)]);
  const taken = answers.filter(({ status }) => status < 300);
  const refused = answers.filter(({ status }) => status === 409);
  expect({ taken: taken.length, refused: refused.length }).toEqual({ taken: 1, refused: 1 });
  const problem = refused[0]?.body ?? {};
  expect(problem).toMatchObject({ code: expect.stringMatching(/\.stale$/), current: expect.any(Object) });
  return refused[0] as Answer;
}

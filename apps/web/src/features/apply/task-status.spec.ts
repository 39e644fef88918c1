import type { Task } from './apply.api';
import { detailsStatus, progress, taskPath, taskStatus } from './task-status';

const text = { id: 'x', en: 'x' };

function task(kind: string, change: Partial<Task> = {}): Task {
  const requirement = { id: kind, kind, title: text, hint: text } as unknown as Task['requirement'];
  return {
    requirement,
    result: 'not_met',
    reasons: [],
    open: true,
    note: null,
    answer: null,
    credentials: [],
    ...change,
  };
}

const because = (code: string) => [{ code, text, field: null }];
const answer = { version: 1, savedAt: '', value: {} };
const offered = [{} as Task['credentials'][number]];

describe('a section of the task list', () => {
  it.each([
    ['nothing offered', task('education'), 'not-started'],
    [
      'a degree without its file',
      task('education', { credentials: offered, reasons: because('evidence_missing') }),
      'in-progress',
    ],
    [
      'too low a degree',
      task('education', { credentials: offered, reasons: because('level_too_low') }),
      'problem',
    ],
    ['a degree to be checked', task('education', { credentials: offered, result: 'pending' }), 'done'],
    ['an answer half given', task('availability', { answer, reasons: because('missing') }), 'in-progress'],
    ['an answer', task('interest', { answer, result: 'met' }), 'done'],
    ['what was waived', task('licence', { result: 'waived' }), 'done'],
    ['ethics before approval', task('ethics', { result: 'pending' }), 'cannot-start'],
    ['what is to be corrected', task('education', { result: 'pending', note: 'Buram' }), 'problem'],
  ])('with %s is %s', (_, given, status) => {
    expect(taskStatus(given)).toBe(status);
  });

  it.each([
    [2, 'not-started'],
    [1, 'in-progress'],
    [0, 'done'],
  ])('of details with %i gaps is %s', (count, status) => {
    expect(detailsStatus({ gaps: Array(count).fill(because('x')[0]), note: null })).toBe(status);
  });

  it('is found where its kind is filled in', () => {
    expect(taskPath('a', task('licence'))).toBe('/applications/a/credentials/licence');
    expect(taskPath('a', task('interest'))).toBe('/applications/a/sections/interest');
  });

  it('counts towards the progress unless it comes after approval', () => {
    const details = { gaps: [], note: null } as unknown as Parameters<typeof progress>[0]['details'];
    const tasks = [
      task('education'),
      task('ethics', { result: 'pending' }),
      task('interest', { result: 'met', answer }),
    ];
    expect(progress({ details, tasks })).toEqual({ done: 2, all: 3 });
  });
});

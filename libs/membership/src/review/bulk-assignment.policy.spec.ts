import type { Actor } from '@himpun/kernel';
import {
  batchOutcome,
  BATCH_REFUSALS,
  BATCH_REFUSAL_TEXTS,
  type BatchedCase,
} from './bulk-assignment.policy';

const officer = (personId: string, groupId = 'national'): Actor => ({
  kind: 'person',
  accountId: personId,
  personId,
  label: personId,
  language: 'id',
  sessionId: null,
  powers: [{ power: 'applications.review', groupId, until: null }],
});
const open: BatchedCase = {
  version: 3,
  state: 'submitted',
  assignedTo: null,
  personId: 'ben',
  groupPath: ['national', 'chapter'],
  conflictedIds: ['chloe'],
  decidedIds: ['dian'],
};
const [sari, dewi] = [officer('sari'), officer('dewi')];

describe('a case of a batch', () => {
  it.each<[string, Partial<BatchedCase>, Actor, Actor | null, string]>([
    ['goes to a colleague', {}, sari, dewi, 'assigned'],
    ['goes to oneself', {}, sari, sari, 'assigned'],
    ['goes from one officer to another', { assignedTo: 'sari' }, sari, dewi, 'assigned'],
    ['waits for its applicant and goes to a colleague', { state: 'returned' }, sari, dewi, 'assigned'],
    ['goes back into the queue', { assignedTo: 'dewi' }, sari, null, 'assigned'],
    ['is the colleague’s already', { assignedTo: 'dewi' }, sari, dewi, 'unchanged'],
    ['is in the queue already', {}, sari, null, 'unchanged'],
    ['is nothing to an officer elsewhere', {}, officer('eko', 'other'), dewi, 'not_found'],
    ['is one’s own', { personId: 'sari' }, sari, dewi, 'own_case'],
    ['is one in which one declared a conflict', {}, officer('chloe'), dewi, 'conflict'],
    ['was changed meanwhile', { version: 4 }, sari, dewi, 'stale'],
    ['is decided', { state: 'approved' }, sari, dewi, 'closed'],
    ['is beyond the colleague’s power', {}, sari, officer('eko', 'other'), 'assignee_no_power'],
    ['is the colleague’s own', { personId: 'dewi' }, sari, dewi, 'assignee_own_case'],
    ['is one of the colleague’s conflicts', {}, sari, officer('chloe'), 'assignee_conflict'],
    ['is an appeal against the colleague', {}, sari, officer('dian'), 'assignee_decided_before'],
  ])('%s', (_, change, actor, assignee, expected) => {
    const { result, reason } = batchOutcome(actor, assignee, { ...open, ...change }, 3);
    expect(reason ?? result).toBe(expected);
  });

  it('is refused when it is not there', () => {
    expect(batchOutcome(sari, dewi, undefined, 1)).toEqual({ result: 'refused', reason: 'not_found' });
  });

  it('has a sentence for every refusal', () => {
    expect(Object.keys(BATCH_REFUSAL_TEXTS)).toEqual([...BATCH_REFUSALS]);
  });
});

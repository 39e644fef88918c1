import type { Actor } from '@himpun/kernel';
import { mayManageActivities, mayRecordAttendance, maySeeActivity } from './activity.access';

const ROOT = 'root';
const CHAPTER = 'chapter';
const path = [ROOT, CHAPTER];

function actor(power: string | null, groupId = ROOT, personId = 'someone'): Actor {
  return {
    kind: 'person',
    accountId: 'a',
    personId,
    label: 'Ana',
    language: 'id',
    sessionId: null,
    powers: power ? [{ power, groupId, until: null }] : [],
  };
}

describe('who may do what with an activity of a chapter', () => {
  it.each([
    ['a stranger', null, false, false],
    ['a member', actor(null), false, false],
    ['a planner of the association', actor('activities.manage'), true, true],
    ['a planner of the chapter', actor('activities.manage', CHAPTER), true, true],
    ['a planner of another group', actor('activities.manage', 'other'), false, false],
    ['who records attendance', actor('attendance.record'), false, true],
    ['its trainer', actor(null, ROOT, 'trainer'), false, true],
  ])('%s', (_, who, manages, records) => {
    const draft = { state: 'draft' as const, trainerPersonId: 'trainer', groupPath: path };
    expect(mayManageActivities(who, path)).toBe(manages);
    expect(mayRecordAttendance(who, draft)).toBe(records);
    expect(maySeeActivity(who, draft)).toBe(records);
    expect(maySeeActivity(who, { ...draft, state: 'published' })).toBe(true);
  });

  it('nobody is the trainer of an activity without one', () => {
    const nobody = { ...actor(null), personId: null };
    expect(mayRecordAttendance(nobody, { state: 'draft', trainerPersonId: null, groupPath: path })).toBe(
      false,
    );
  });
});

import { isRoomCode, roomCode } from './room-code';

const secret = 'ab'.repeat(32);
const now = new Date('2026-12-01T02:00:30Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1_000);

describe('the code shown in the room', () => {
  const { code, changesAt } = roomCode(secret, 'session', now);

  it('has six symbols that cannot be confused and changes each minute', () => {
    expect(code).toMatch(/^[2-9A-HJ-NP-Z]{6}$/);
    expect(changesAt).toEqual(new Date('2026-12-01T02:01:00Z'));
    expect(roomCode(secret, 'session', later(30)).code).not.toBe(code);
  });

  it.each([
    ['as shown', code, now, true],
    ['in lower case with a space', `${code.slice(0, 3)} ${code.slice(3)}`.toLowerCase(), now, true],
    ['a minute later', code, later(60), true],
    ['two minutes later', code, later(120), false],
    ['before it was shown', code, later(-60), false],
    ['something else', 'AAAAAA', now, false],
  ])('is taken %s: %s at %s', (_, typed, at, taken) => {
    expect(isRoomCode(secret, 'session', typed, at)).toBe(taken);
  });

  it('is of one session and one installation only', () => {
    expect(isRoomCode(secret, 'another', code, now)).toBe(false);
    expect(isRoomCode('cd'.repeat(32), 'session', code, now)).toBe(false);
  });
});

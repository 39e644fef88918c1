import { createHmac } from 'node:crypto';

/** Without 0, 1, I and O, which people confuse when they read a code off a screen. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const LENGTH = 6;
const SLOT = 60_000;

/** The code shown in the room now, and when the next one comes. Nothing is stored: it follows from the installation's secret. */
export function roomCode(secret: string, sessionId: string, now: Date): { code: string; changesAt: Date } {
  const slot = Math.floor(now.getTime() / SLOT);
  return { code: codeOf(secret, sessionId, slot), changesAt: new Date((slot + 1) * SLOT) };
}

/** Whether `typed` is the code on the screen, or the one just before it: people need time to type. */
export function isRoomCode(secret: string, sessionId: string, typed: string, now: Date): boolean {
  const slot = Math.floor(now.getTime() / SLOT);
  const written = typed.toUpperCase().replace(/[\s-]/g, '');
  return [slot, slot - 1].some((each) => codeOf(secret, sessionId, each) === written);
}

function codeOf(secret: string, sessionId: string, slot: number): string {
  const digest = createHmac('sha256', secret).update(`room-code:${sessionId}:${slot}`).digest();
  return Array.from(digest.subarray(0, LENGTH), (byte) => ALPHABET[byte & 31]).join('');
}

import type { Verdict } from './check-in.api';

/** The colour of a verdict: in, stop, or look closer. Words and a sign always stand beside it. */
export function verdictTone(verdict: Verdict): 'good' | 'bad' | 'warn' {
  switch (verdict) {
    case 'in':
      return 'good';
    case 'already_in':
    case 'unknown':
      return 'bad';
    default:
      return 'warn';
  }
}

/** What a QR code says, or a person typed: codes may stand at the end of an address. */
export function codeIn(text: string): string {
  return (
    text
      .trim()
      .split(/[/?#=]/)
      .at(-1) ?? ''
  );
}

interface Session {
  id: string;
  startsAt: string;
  endsAt: string;
}

/** The session that the door is at by itself: the one that is on or comes next, else the last. */
export function sessionAtDoor<Each extends Session>(sessions: readonly Each[], now: Date): Each | undefined {
  return sessions.find((session) => now < new Date(session.endsAt)) ?? sessions.at(-1);
}

/** How a source has answered of late, over all workers. */
export interface Circuit {
  state: 'closed' | 'open';
  /** Failures since the last answer. */
  inRow: number;
  /** Questions and failures in the present window. */
  asked: number;
  failed: number;
  windowBegan: Date | null;
  /** Since when it is not asked. */
  openedAt: Date | null;
  /** When one check tries again. */
  openUntil: Date | null;
  /** One check is trying until then at the latest. */
  probeUntil: Date | null;
  /** Pauses so far in this outage. */
  opens: number;
  lastError: string | null;
}

/** Failures in a row, or half of at least so many questions in a window, after which a source is left alone. */
export const IN_ROW = 5;
const LEAST_ASKED = 10;
const WINDOW_MS = 30_000;
const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 600_000;

export const CLOSED: Circuit = {
  ...{ state: 'closed', inRow: 0, asked: 0, failed: 0, windowBegan: null },
  ...{ openedAt: null, openUntil: null, probeUntil: null, opens: 0, lastError: null },
};

/** What a check may do now: ask, be the one that tries, or wait until a moment. */
export type Permission = { may: 'ask' } | { may: 'probe' } | { may: 'wait'; until: Date };

export function permission(circuit: Circuit, now: Date): Permission {
  const { state, openUntil, probeUntil } = circuit;
  if (state === 'closed' || openUntil === null) return { may: 'ask' };
  if (openUntil > now) return { may: 'wait', until: openUntil };
  return probeUntil !== null && probeUntil > now ? { may: 'wait', until: probeUntil } : { may: 'probe' };
}

/** One question failed, for a reason that may pass. @param successes answers got here since the last word on this source. */
export function afterFailure(
  circuit: Circuit,
  { now, chance, successes, error }: { now: Date; chance: number; successes: number; error: string },
): Circuit {
  const fresh = circuit.windowBegan === null || now.getTime() - circuit.windowBegan.getTime() > WINDOW_MS;
  const counted: Circuit = {
    ...circuit,
    inRow: (successes > 0 ? 0 : circuit.inRow) + 1,
    asked: (fresh ? 0 : circuit.asked) + successes + 1,
    failed: (fresh ? 0 : circuit.failed) + 1,
    windowBegan: fresh ? now : circuit.windowBegan,
    lastError: error.slice(0, 300),
  };
  const half = counted.asked >= LEAST_ASKED && counted.failed * 2 > counted.asked;
  // A question put before the source was left alone may fail after it: that is no new outage.
  if (circuit.state === 'open' && circuit.openUntil !== null && circuit.openUntil > now) return counted;
  if (circuit.state === 'closed' && counted.inRow < IN_ROW && !half) return counted;
  const opens = circuit.state === 'open' ? circuit.opens + 1 : 1;
  return {
    ...counted,
    state: 'open',
    openedAt: circuit.openedAt ?? now,
    openUntil: new Date(now.getTime() + pause(opens, chance)),
    probeUntil: null,
    opens,
  };
}

/** Milliseconds until the next try: doubling up to ten minutes, a fifth of it left to chance. */
export function pause(opens: number, chance: number): number {
  const grown = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (opens - 1));
  return Math.round(grown * (0.8 + 0.2 * chance));
}

/** One answer, also a refusal, is proof of life. */
export function afterSuccess(circuit: Circuit): Circuit {
  return { ...CLOSED, lastError: circuit.lastError };
}

export function isClean({ state, inRow }: Circuit): boolean {
  return state === 'closed' && inRow === 0;
}

import type { SourceHealthLine } from '@himpun/credentials';

/** A source's name in both languages. */
export class SourceNameView {
  id: string;
  en: string;
}

/** How one source answers. Times ISO 8601; counts are those of the last 24 hours. */
export class SourceHealthView {
  id: string;
  name: SourceNameView;
  version: string;
  /** `troubled`: its last questions failed, and it is still asked. `unavailable`: it is left alone until `nextTryAt`. */
  state: 'well' | 'troubled' | 'unavailable';
  since: string | null;
  nextTryAt: string | null;
  /** What went wrong last, as the program said it. */
  lastError: string | null;
  lastAnswerAt: string | null;
  /** Checks that have not ended. */
  waiting: number;
  asked: number;
  failed: number;
  /** Answered by a kept answer, without asking. */
  kept: number;
  /** Milliseconds; null where nothing was answered. */
  averageMs: number | null;
  slowestMs: number | null;
  /** In the smallest unit of the house's currency. */
  cost: number;

  static of(line: SourceHealthLine): SourceHealthView {
    const { since, nextTryAt, lastAnswerAt, averageMs, slowestMs, ...rest } = line;
    return {
      ...rest,
      since: since?.toISOString() ?? null,
      nextTryAt: nextTryAt?.toISOString() ?? null,
      lastAnswerAt: lastAnswerAt?.toISOString() ?? null,
      averageMs: averageMs === null ? null : Math.round(averageMs),
      slowestMs: slowestMs === null ? null : Math.round(slowestMs),
    };
  }
}

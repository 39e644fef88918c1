import { createHash } from 'node:crypto';
import { plusDays, startOfDay, type LocalDate } from '@himpun/kernel';

/** What decides when a credential is asked about again. */
export interface RecheckFacts {
  /** When the last question ended. */
  endedAt: Date;
  /** Whether the source answered it. */
  answered: boolean;
  /** The credential's last day; null for life. */
  expiresOn: LocalDate | null;
  /** IANA zone of the group's calendar. */
  zone: string;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** The share of an interval over which its questions are spread, never beyond its end. */
const SPREAD_SHARE = 0.1;
const SPREAD_AT_EXPIRY_MS = 6 * HOUR_MS;

/**
 * The instant of the next question, or null for none. Within the last tenth of the rule's interval, so that members who came
 * on one day do not all ask in one minute; on the morning after the last day, where the rule says so; and in a day when the source did not answer.
 * @param spread 0 to 1, the same for the same credential and question: running twice gives the same instant.
 */
export function nextRecheck(
  rule: { everyDays: number | null; atExpiry: boolean } | null,
  { endedAt, answered, expiresOn, zone }: RecheckFacts,
  spread: number,
): Date | null {
  if (!rule || (rule.everyDays === null && !rule.atExpiry)) return null;
  const ended = endedAt.getTime();
  if (!answered) return new Date(ended + DAY_MS * (1 - SPREAD_SHARE * spread));
  const interval = (rule.everyDays ?? Infinity) * DAY_MS;
  const regular = ended + interval * (1 - SPREAD_SHARE * spread);
  const over = expiresOn === null ? null : startOfDay(plusDays(expiresOn, 1), zone).getTime();
  const atExpiry =
    rule.atExpiry && over !== null && over > ended ? over + SPREAD_AT_EXPIRY_MS * spread : Infinity;
  const next = Math.min(regular, atExpiry);
  return Number.isFinite(next) ? new Date(next) : null;
}

/** An even number between 0 and 1 made of what identifies a question. */
export function spreadOf(...names: readonly string[]): number {
  return createHash('sha256').update(names.join('\u0000')).digest().readUInt32BE(0) / 0x1_0000_0000;
}

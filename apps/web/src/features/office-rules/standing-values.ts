import type { StandingRule } from './office-rules.api';
import { dayOf, daysOf } from './whole-days';

export const KINDS = ['licence', 'certification', 'education', 'experience'] as const;
export const CHANGES = ['revoked', 'suspended', 'expired', 'mismatch', 'differs', 'not_found'] as const;
/** What a source knows of itself; the rest goes to a review at most. */
export const SOURCES_WORD: readonly string[] = ['revoked', 'suspended', 'expired'];

export type Kind = (typeof KINDS)[number];
export type Change = (typeof CHANGES)[number];
export type Proposed = 'none' | 'review' | 'suspension';

/** One line of how often what is asked again, as typed. */
export interface RecheckLine {
  /** For the page alone. */
  key: string;
  /** A kind, or `*`. */
  kind: Kind | '*';
  /** A source's id, or `*`. */
  source: string;
  /** Empty for never. */
  days: string;
  atExpiry: boolean;
}

/** The rule as it stands in the form; names with dots are those of the API's faults. */
export interface StandingValues {
  lines: RecheckLine[];
  'reminders.kinds': string[];
  'reminders.daysBefore': string;
  meanings: Record<Change, Record<Kind, Proposed>>;
  'acknowledgement.withinDays': string;
  'acknowledgement.daysBefore': string;
  'acknowledgement.late': string;
  reason: string;
}

export function valuesOf({
  rechecks,
  reminders,
  consequences,
  acknowledgement,
}: StandingRule): StandingValues {
  const meaning = (kind: string, change: string): Proposed =>
    consequences.find((line) => line.change === change && (line.kind === '*' || line.kind === kind))
      ?.proposes ?? 'none';
  return {
    lines: rechecks.map((line, place) => ({
      ...{ key: `line-${place}`, kind: line.kind, source: line.source, atExpiry: line.atExpiry },
      days: line.everyDays === null ? '' : String(line.everyDays),
    })),
    'reminders.kinds': reminders.kinds.includes('*') ? [...KINDS] : [...reminders.kinds],
    'reminders.daysBefore': reminders.daysBefore.join(', '),
    meanings: Object.fromEntries(
      CHANGES.map((change) => [
        change,
        Object.fromEntries(KINDS.map((kind) => [kind, meaning(kind, change)])),
      ]),
    ) as StandingValues['meanings'],
    'acknowledgement.withinDays': String(acknowledgement.withinDays),
    'acknowledgement.daysBefore': acknowledgement.daysBefore.join(', '),
    'acknowledgement.late': acknowledgement.late,
    reason: '',
  };
}

/** Fields that hold no whole days. */
export function dayFaults(values: StandingValues): string[] {
  const lists = ['reminders.daysBefore', 'acknowledgement.daysBefore'] as const;
  return [
    ...values.lines.flatMap(({ days }, at) =>
      days.trim() === '' || dayOf(days) !== null ? [] : [`rechecks.${at}`],
    ),
    ...lists.filter((name) => daysOf(values[name]) === null),
    ...(dayOf(values['acknowledgement.withinDays']) === null ? ['acknowledgement.withinDays'] : []),
  ];
}

/** The rule to send; what was not changed comes out with the meaning it went in with. */
export function ruleOf(values: StandingValues): StandingRule {
  return {
    rechecks: values.lines.map(({ kind, source, days, atExpiry }) => ({
      ...{ kind, source, atExpiry },
      everyDays: days.trim() === '' ? null : dayOf(days),
    })),
    reminders: {
      kinds: values['reminders.kinds'] as Kind[],
      daysBefore: daysOf(values['reminders.daysBefore']) ?? [],
    },
    consequences: CHANGES.flatMap((change) => linesOf(change, values.meanings[change])),
    acknowledgement: {
      withinDays: dayOf(values['acknowledgement.withinDays']) ?? 0,
      daysBefore: daysOf(values['acknowledgement.daysBefore']) ?? [],
      late: values['acknowledgement.late'] === 'review' ? 'review' : 'flag',
    },
  };
}

/** One line for all kinds where they agree. */
function linesOf(change: Change, meanings: Record<Kind, Proposed>): StandingRule['consequences'] {
  const line = (kind: Kind | '*', proposed: Proposed) => ({
    kind,
    change,
    proposes: proposed === 'none' ? null : proposed,
  });
  const [first] = KINDS;
  if (KINDS.every((kind) => meanings[kind] === meanings[first])) return [line('*', meanings[first])];
  return KINDS.map((kind) => line(kind, meanings[kind]));
}

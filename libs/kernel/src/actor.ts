import type { Language } from './bilingual';

/** A power that an actor holds now, on a group and everything below it. */
export interface HeldPower {
  /** e.g. `licences.check`. */
  power: string;
  groupId: string;
  /** Instant at which it ends; null for none. */
  until: Date | null;
}

/** Who acts. People come from a session, the system from the worker's schedules and subscriptions. */
export interface Actor {
  kind: 'person' | 'system';
  accountId: string | null;
  personId: string | null;
  /** For the audit trail: a name that stays readable when the account is gone. */
  label: string;
  language: Language;
  sessionId: string | null;
  /** Only powers in force at the moment the actor was made. */
  powers: readonly HeldPower[];
}

/** The worker acting by a rule or a schedule; `label` names the job. */
export function systemActor(label: string): Actor {
  return {
    kind: 'system',
    accountId: null,
    personId: null,
    label,
    language: 'id',
    sessionId: null,
    powers: [],
  };
}

/**
 * Whether the actor holds `power` on a group.
 * @param groupPath the group's id and those of all groups above it (`groups.path`).
 */
export function holdsPower(actor: Actor, power: string, groupPath: readonly string[]): boolean {
  return actor.powers.some((held) => held.power === power && groupPath.includes(held.groupId));
}

/** Whether the actor holds `power` anywhere: the coarse question of a route. */
export function holdsPowerSomewhere(actor: Actor, power: string): boolean {
  return actor.powers.some((held) => held.power === power);
}

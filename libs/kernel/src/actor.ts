import type { Language } from './bilingual';

/** A power that an actor holds now, on a group and everything below it. */
export interface HeldPower {
  /** e.g. `licences.check`. */
  power: string;
  groupId: string;
  /** Instant at which it ends; null for none. */
  until: Date | null;
}

/** Who acts. People come from a session, bots and the system from the worker's schedules and subscriptions. */
export interface Actor {
  kind: 'person' | 'system' | 'bot';
  accountId: string | null;
  personId: string | null;
  /** For the audit trail: a name that stays readable when the account is gone. */
  label: string;
  language: Language;
  sessionId: string | null;
  /** Only powers in force at the moment the actor was made. */
  powers: readonly HeldPower[];
  /** Set of a bot: who it is, and the version of its rules that it acts by. */
  bot?: { id: string; ruleId: string };
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

/** A bot of a group, with the powers that it was granted and holds now; it is no person and counts for none. */
export function botActor(
  bot: { id: string; ruleId: string; name: string },
  powers: readonly HeldPower[],
): Actor {
  return { ...systemActor(bot.name), kind: 'bot', powers, bot: { id: bot.id, ruleId: bot.ruleId } };
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

import { botActor, type Actor, type HeldPower } from '@himpun/kernel';
import type { EntityManager } from 'typeorm';
import type { BotRule } from './bot.policy';

/** A bot at work: who it is now, by which version of its rules. */
export interface WorkingBot {
  actor: Actor;
  rule: BotRule;
}

/** The bot of the group itself or of the nearest above it. $1 application. FOR SHARE: whoever switches it off waits, or it for them. */
const NEAREST = `SELECT b.id, b.name FROM applications a JOIN groups g ON g.id = a.group_id
    JOIN bots b ON b.group_id = ANY (g.path)
  WHERE a.id = $1 ORDER BY array_position(g.path, b.group_id) DESC LIMIT 1 FOR SHARE OF b`;

/** Read after the bot is held, so that it is the newest. $1 bot. */
const RULE = 'SELECT id, rule FROM bot_rules WHERE bot_id = $1 ORDER BY version DESC LIMIT 1';

/** $1 bot, $2 now. */
const POWERS = `SELECT power, group_id AS "groupId", valid_until AS until FROM access_grants
  WHERE bot_id = $1 AND valid_from <= $2 AND (valid_until IS NULL OR valid_until > $2)`;

/** The bot that looks after an application, with the powers it holds at this moment; null where there is none. */
export async function botOf(tx: EntityManager, applicationId: string, now: Date): Promise<WorkingBot | null> {
  const [bot]: { id: string; name: string }[] = await tx.query(NEAREST, [applicationId]);
  if (!bot) return null;
  const [version]: { id: string; rule: BotRule }[] = await tx.query(RULE, [bot.id]);
  if (!version) return null;
  const powers: HeldPower[] = await tx.query(POWERS, [bot.id, now]);
  return { actor: botActor({ ...bot, ruleId: version.id }, powers), rule: version.rule };
}

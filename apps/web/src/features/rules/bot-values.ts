import type { Bot, BotRule } from './rules.api';

/** A bot's rules in the form; days as they are typed. */
export interface BotValues {
  approves: boolean;
  closes: boolean;
  afterDays: string;
  remindDays: string;
  botReason: string;
}

const USUAL = { afterDays: 30, remindDays: 7 };

export function botValuesOf({ approves, closes }: Pick<Bot, 'approves' | 'closes'>): BotValues {
  const { afterDays, remindDays } = closes ?? USUAL;
  return {
    approves,
    closes: closes !== null,
    afterDays: String(afterDays),
    remindDays: String(remindDays),
    botReason: '',
  };
}

/** What is wrong, as keys of words. */
export function botFaults(values: BotValues): Partial<Record<keyof BotValues, string>> {
  const [after, remind] = [whole(values.afterDays), whole(values.remindDays)];
  const isAfterRight = after !== null && after >= 7 && after <= 365;
  const isRemindRight = remind !== null && remind >= 1 && remind <= 60 && remind < (after ?? 0);
  return {
    ...(values.closes && !isAfterRight && { afterDays: 'fault.afterDays' }),
    ...(values.closes && !isRemindRight && { remindDays: 'fault.remindDays' }),
    ...(values.botReason.trim() === '' && { botReason: 'fault.botReason' }),
  };
}

export function botRuleOf({ approves, closes, afterDays, remindDays, botReason }: BotValues): BotRule {
  return {
    approves,
    ...(closes && { closes: { afterDays: Number(afterDays), remindDays: Number(remindDays) } }),
    reason: botReason.trim(),
  };
}

function whole(typed: string): number | null {
  return /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : null;
}

import type { GroupBot } from '@himpun/membership';

/** When what was returned is closed. */
export class BotClosingView {
  afterDays: number;
  remindDays: number;
}

/** A group's bot and what it may do. */
export class BotView {
  groupId: string;
  groupNameId: string;
  groupNameEn: string;
  /** Null before it was switched on for the first time. */
  name: string | null;
  /** Name it in If-Match when publishing; 0 before the first. */
  version: number;
  approves: boolean;
  closes: BotClosingView | null;
  publishedBy: string | null;
  /** ISO 8601 instant. */
  publishedAt: string | null;
  reason: string | null;
  /** Decisions that it has taken. */
  decisions: number;

  static of({ rule, publishedAt, ...bot }: GroupBot): BotView {
    return Object.assign(new BotView(), bot, {
      approves: rule.approves,
      closes: rule.closes,
      publishedAt: publishedAt?.toISOString() ?? null,
    });
  }
}

/** A version that was published. */
export class PublishedBotRuleView {
  version: number;
}

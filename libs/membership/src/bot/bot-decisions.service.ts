import { Injectable } from '@nestjs/common';
import { Sql, Transactions } from '@himpun/database';
import { Clock, DomainError, localDateOf } from '@himpun/kernel';
import { Outbox } from '@himpun/outbox';
import type { EntityManager } from 'typeorm';
import { DecisionWriter } from '../decision/decision-writer.service';
import { decisionRuleFor } from '../decision/decision.policy';
import { plain } from '../decision/facts-hash';
import { RequirementFactsQueries } from '../requirement/requirement-facts.queries';
import { takeUp, type ReviewedApplication } from '../review/reviewed-application';
import { botOf, type WorkingBot } from './bot-rows';
import { approvalBars, dueOn, type UnansweredReturn } from './bot.policy';

const BATCH = 200;

/** Sent-in cases under a bot that approves, about which something is new since it last looked. $1 how many. */
const NEW = `
  SELECT a.id FROM bots b
    JOIN LATERAL (SELECT rule, created_at FROM bot_rules WHERE bot_id = b.id ORDER BY version DESC LIMIT 1) r
      ON (r.rule ->> 'approves')::boolean
    JOIN groups g ON b.group_id = ANY (g.path)
    JOIN applications a ON a.group_id = g.id AND a.state = 'submitted' AND a.assigned_to IS NULL
    LEFT JOIN bot_looks l ON l.application_id = a.id
    LEFT JOIN LATERAL (SELECT bool_or(c.ended_at IS NULL) AS running, max(greatest(c.ended_at, c.acted_at)) AS at FROM checks c
      WHERE c.origin_type = 'application' AND c.origin_id = a.id) k ON true
  WHERE NOT coalesce(k.running, false) AND (l.looked_at IS NULL OR l.looked_at <= greatest(a.submitted_at, r.created_at, k.at,
    (SELECT max(s.ended_at) FROM sponsorships s WHERE s.application_id = a.id)))
  ORDER BY a.submitted_at, a.id LIMIT $1`;

/** Returned cases under a bot that closes, old enough to be looked at. $1 now. */
const RETURNED = `
  SELECT DISTINCT a.id FROM bots b
    JOIN LATERAL (SELECT rule FROM bot_rules WHERE bot_id = b.id ORDER BY version DESC LIMIT 1) r
      ON jsonb_typeof(r.rule -> 'closes') = 'object'
    JOIN groups g ON b.group_id = ANY (g.path)
    JOIN applications a ON a.group_id = g.id AND a.state = 'returned'
  WHERE (a.returned ->> 'at')::timestamptz
    <= $1::timestamptz - make_interval(days => (r.rule #>> '{closes,afterDays}')::int - (r.rule #>> '{closes,remindDays}')::int - 2)`;

/** Written after the look: killed in between, the bot looks again. $1 application, $2 when it began to look. */
const LOOKED = `INSERT INTO bot_looks (application_id, looked_at) VALUES ($1, $2)
  ON CONFLICT (application_id) DO UPDATE SET looked_at = excluded.looked_at RETURNING application_id`;

type Returned = { at: string; answerBy?: string };

/** What bots do by their rules: the same verbs as officers', the same locks, the same records. */
@Injectable()
export class BotDecisions {
  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly facts: RequirementFactsQueries,
    private readonly writer: DecisionWriter,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Looks once at everything about which something is new; safe to run late and twice. @returns how many were decided */
  async keepUp(): Promise<{ approved: number; closed: number; reminded: number }> {
    const done = { approved: 0, closed: 0, reminded: 0 };
    for (const { id } of await this.sql.rows<{ id: string }>(NEW, [BATCH])) {
      const at = this.clock.now();
      if (await this.unlessPeopleDid(() => this.consider(id))) done.approved += 1;
      await this.sql.rows(LOOKED, [id, at]);
    }
    for (const { id } of await this.sql.rows<{ id: string }>(RETURNED, [this.clock.now()])) {
      const did = await this.unlessPeopleDid(() => this.followUp(id));
      if (did === 'close') done.closed += 1;
      if (did === 'remind') done.reminded += 1;
    }
    return done;
  }

  /** Approves an application where its bot's rule says so and no person is asked. @returns whether it did */
  consider(applicationId: string): Promise<boolean> {
    return this.transactions.run(async (tx) => {
      const bot = await botOf(tx, applicationId, this.clock.now());
      if (!bot?.rule.approves) return false;
      const reviewed = await takeUp(tx, bot.actor, 'decide', applicationId, null);
      const facts = plain(await this.facts.of(tx, reviewed));
      const one = { ...reviewed, facts, decision: decisionRuleFor(reviewed.decision, facts) };
      if (approvalBars(bot.rule, one, this.clock.today(reviewed.zone)).length > 0) return false;
      await this.writer.write(tx, bot.actor, reviewed, APPROVAL, facts, null);
      return true;
    });
  }

  /** Reminds the applicant of the last day, or closes what nobody answered. @returns what it did */
  followUp(applicationId: string): Promise<'remind' | 'close' | null> {
    return this.transactions.run(async (tx) => {
      const bot = await botOf(tx, applicationId, this.clock.now());
      if (!bot?.rule.closes) return null;
      const reviewed = await takeUp(tx, bot.actor, 'decide', applicationId, null);
      if (reviewed.state !== 'returned' || !reviewed.returned) return null;
      const { at, answerBy = null } = reviewed.returned as unknown as Returned;
      const returned = { returnedOn: localDateOf(new Date(at), reviewed.zone), answerBy };
      const due = dueOn(bot.rule, returned, this.clock.today(reviewed.zone));
      if (due === 'close') await this.close(tx, bot, reviewed, returned);
      return due === 'remind' && !(await this.remind(tx, applicationId, at)) ? null : due;
    });
  }

  private async close(
    tx: EntityManager,
    bot: WorkingBot,
    reviewed: ReviewedApplication,
    correction: UnansweredReturn,
  ): Promise<void> {
    const facts = plain({ ...(await this.facts.of(tx, reviewed)), correction });
    await this.writer.write(tx, bot.actor, reviewed, CLOSING, facts, null, 'lapse');
  }

  /** Once for each time that it was sent back. */
  private async remind(tx: EntityManager, applicationId: string, returnedAt: string): Promise<boolean> {
    const made: unknown[] = await tx.query(
      `INSERT INTO correction_reminders (application_id, returned_at, created_at) VALUES ($1, $2, $3)
       ON CONFLICT ON CONSTRAINT correction_reminders_once DO NOTHING RETURNING application_id`,
      [applicationId, returnedAt, this.clock.now()],
    );
    if (made.length === 0) return false;
    await this.outbox.announce(tx, 'membership.correction_reminder_due', { applicationId });
    return true;
  }

  /** Somebody was quicker, or the bot may not: that is no failure of its work. */
  private async unlessPeopleDid<T>(work: () => Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof DomainError) return null;
      throw error;
    }
  }
}

const APPROVAL = {
  byRule: true,
  outcome: 'approved',
  reasonCodes: ['requirements_met'],
  note: '',
  waivers: [],
} as const;
const CLOSING = {
  byRule: true,
  outcome: 'rejected',
  reasonCodes: ['no_answer_in_time'],
  note: '',
  waivers: [],
} as const;

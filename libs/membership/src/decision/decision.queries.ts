import { Injectable } from '@nestjs/common';
import { Sql } from '@himpun/database';
import type { DecisionRule, Requirement } from '@himpun/groups';
import { Clock, notFound, type Actor, type Bilingual, type LocalDate } from '@himpun/kernel';
import { canonicalJson } from '@himpun/signatures';
import type { CredentialFact } from '@himpun/credentials';
import type { GatheredFacts } from '../requirement/requirement-facts.queries';
import { appealUntil, mayAppeal } from '../appeal/appeal.policy';
import { requirementResults, type RequirementResult } from '../requirement/requirements.policy';
import { reviewRefusal } from '../review/review.access';
import { decisionReason, type DecisionOutcome } from './decision-reasons';
import { approvalGaps, decisionRuleFor, sameResults } from './decision.policy';
import { processHash, type DecisionProcess } from './decision-process';
import { botMayHaveDecided, type BotRule } from '../bot/bot.policy';
import { factsHash } from './facts-hash';
import { tally } from './panel.policy';

/** A stored decision with what it rested on. */
export interface DecisionRecord {
  id: string;
  applicationId: string;
  reference: string;
  outcome: DecisionOutcome;
  reasonCodes: string[];
  note: string;
  decidedAt: Date;
  decidedOn: LocalDate;
  /** Null for readers who only see their own case: they deal with the group, not with one officer. A bot is named to all. */
  decidedByName: string | null;
  /** The bot that took it by which version of its rules; null where people did. */
  bot: { name: string; version: number; rule: BotRule } | null;
  /** How it came about; null where one officer decided, and for the applicant. */
  process: DecisionProcess | null;
  processHash: string | null;
  /** Whether it was taken on an appeal; the first decision is kept beside it. */
  isAppeal: boolean;
  /** The last day for an appeal, `YYYY-MM-DD`; null where none is possible. */
  appealUntil: LocalDate | null;
  /** Whether the reader, being the applicant, may appeal now. */
  mayAppeal: boolean;
  /** The appeal against the first decision; null where there is none. */
  appeal: { filedAt: string; grounds: string } | null;
  gradeId: string;
  groupId: string;
  groupNameId: string;
  groupNameEn: string;
  gradeNameId: string;
  gradeNameEn: string;
  ruleId: string;
  ruleVersion: number;
  /** Hex. */
  ruleHash: string;
  factsHash: string;
  reasons: { code: string; text: Bilingual }[];
  requirements: DecidedRequirement[];
}

/** One rule of the decision: its result, the reasons, and the evidence that it rested on. */
export interface DecidedRequirement extends RequirementResult {
  title: Bilingual;
  evidence: CredentialFact[];
}

/** What computing a decision again gave. */
export interface Replay {
  /** The same results from the same facts, and the facts unchanged since. */
  same: boolean;
  /** The stored facts still have the stored hash. */
  factsIntact: boolean;
  /** Counting the stored votes by the stored rule gives the outcome again; null where there were none. */
  votesHold: boolean | null;
  results: RequirementResult[];
}

interface Stored extends Record<string, unknown> {
  id: string;
  personId: string;
  groupPath: string[];
  conflictedIds: string[];
  decidedByName: string;
  bot: DecisionRecord['bot'];
  outcome: DecisionOutcome;
  reasonCodes: string[];
  decidedOn: LocalDate;
  requirements: Requirement[];
  facts: GatheredFacts;
  factsHash: string;
  results: RequirementResult[];
  decision: DecisionRule;
  process: DecisionProcess | null;
  processHash: string | null;
  isAppeal: boolean;
  appeal: DecisionRecord['appeal'];
  zone: string;
}

const STORED = `SELECT d.id, d.application_id AS "applicationId", a.reference, d.outcome, d.reason_codes AS "reasonCodes", d.note,
    d.created_at AS "decidedAt", d.decided_on::text AS "decidedOn", coalesce(o.full_name, b.name) AS "decidedByName",
    CASE WHEN b.id IS NOT NULL THEN json_build_object('name', b.name, 'version', w.version, 'rule', w.rule) END AS bot,
    a.group_id AS "groupId", g.name_id AS "groupNameId", g.name_en AS "groupNameEn", t.name_id AS "gradeNameId", t.name_en AS "gradeNameEn",
    d.rule_id AS "ruleId", r.version AS "ruleVersion", encode(r.text_hash, 'hex') AS "ruleHash", r.requirements,
    r.decision, d.appeal_id IS NOT NULL AS "isAppeal", a.grade_id AS "gradeId", g.zone,
    (SELECT json_build_object('filedAt', p.created_at, 'grounds', p.grounds) FROM appeals p WHERE p.application_id = a.id) AS appeal,
    d.process, d.process_hash AS "processHash", d.facts, d.facts_hash AS "factsHash", d.results, a.person_id AS "personId", g.path AS "groupPath",
    ARRAY(SELECT present_person(c.person_id) FROM review_conflicts c WHERE c.application_id = a.id) AS "conflictedIds"
  FROM decisions d JOIN applications a ON a.id = d.application_id JOIN groups g ON g.id = a.group_id
  JOIN grades t ON t.id = a.grade_id JOIN admission_rules r ON r.id = d.rule_id LEFT JOIN people o ON o.id = d.decided_by
  LEFT JOIN bots b ON b.id = d.bot_id LEFT JOIN bot_rules w ON w.id = d.bot_rule_id`;

/** Why a decision was taken, and whether it would be taken again. */
@Injectable()
export class DecisionQueries {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  /**
   * The decision of an application, for its applicant and its reviewers: the one on its appeal where there is one, unless the first
   * is asked for. @throws decision.not_found
   */
  async why(
    actor: Actor,
    applicationId: string,
    instance: 'last' | 'first' = 'last',
  ): Promise<DecisionRecord> {
    const order = instance === 'last' ? 'ASC' : 'DESC';
    const text = `${STORED} WHERE d.application_id = $1 ORDER BY d.appeal_id IS NULL ${order} LIMIT 1`;
    const row = await this.stored(actor, text, applicationId);
    const isReviewer = reviewRefusal(actor, 'review', row) === null;
    const { facts, results, requirements, ...rest } = row;
    const { personId: _p, groupPath: _g, conflictedIds: _c, decision: _d, zone, ...record } = rest;
    return {
      ...(record as unknown as DecisionRecord),
      appealUntil: appealUntil(row),
      mayAppeal:
        actor.personId === row.personId && mayAppeal(row, row.appeal !== null, this.clock.today(zone)),
      decidedByName: isReviewer ? row.decidedByName : null,
      bot: row.bot,
      process: isReviewer ? row.process : null,
      processHash: isReviewer ? row.processHash : null,
      reasons: row.reasonCodes.map((code) => ({
        code,
        text: decisionReason(code)?.text ?? { id: code, en: code },
      })),
      requirements: results.map((line) => ({
        ...line,
        title: requirements.find(({ id }) => id === line.requirementId)?.title ?? { id: '', en: '' },
        evidence: [...(facts.credentials[line.requirementId] ?? [])],
      })),
    };
  }

  /** Applies the stored rule to the stored facts on the stored day once more. @throws decision.not_found */
  async replay(actor: Actor, decisionId: string): Promise<Replay> {
    const row = await this.stored(actor, `${STORED} WHERE d.id = $1`, decisionId);
    const results = requirementResults(row.requirements, row.facts, row.decidedOn);
    const factsIntact = factsHash(row.facts) === row.factsHash;
    const holds = row.outcome === 'rejected' || approvalGaps(results).length === 0;
    const votesHold = row.process && votesLeadTo(row, row.process);
    const botHolds = row.bot === null || botMayHaveDecided(row.bot.rule, row);
    const same = factsIntact && holds && votesHold !== false && botHolds && sameResults(results, row.results);
    return { same, factsIntact, votesHold, results };
  }

  /** The applicant may read it, and whoever may review the case; to everybody else it does not exist. */
  private async stored(actor: Actor, text: string, id: string): Promise<Stored> {
    const row = await this.sql.row<Stored>(text, [id]);
    const isOwn = row !== null && actor.personId !== null && actor.personId === row.personId;
    if (!row || (!isOwn && reviewRefusal(actor, 'review', row) !== null)) throw notFound('decision');
    return row;
  }
}

/** The kept votes are untouched, were counted by the rule's own way of deciding, and give the outcome again. */
function votesLeadTo(
  { outcome, decision, facts, processHash: kept }: Stored,
  process: DecisionProcess,
): boolean {
  return (
    processHash(process) === kept &&
    canonicalJson(process.rule) === canonicalJson(decisionRuleFor(decision, facts)) &&
    tally(process.rule, process.votes, process.seats).outcome === outcome
  );
}

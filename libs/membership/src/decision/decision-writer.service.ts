import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Clock, DomainError, newId, nextState, type Actor } from '@himpun/kernel';
import { Outbox } from '@himpun/outbox';
import type { EntityManager } from 'typeorm';
import {
  APPLICATION_TRANSITIONS,
  type ApplicationAct,
  type ApplicationState,
} from '../application/application.states';
import { Memberships } from '../membership/memberships.service';
import type { RequirementFacts } from '../requirement/requirement-facts';
import { requirementResults } from '../requirement/requirements.policy';
import type { ReviewedApplication } from '../review/reviewed-application';
import type { Decision } from './decision.entity';
import type { ApplicationDecided } from './decision.events';
import { SponsorNaming } from '../sponsor/sponsor-naming.service';
import { processHash, type DecisionProcess } from './decision-process';
import type { DecisionOutcome } from './decision-reasons';
import { decisionFaults, withWaivers, type DecisionWish } from './decision.policy';
import { factsHash } from './facts-hash';

/** What came of a decision. */
export interface Decided {
  decisionId: string;
  /** Set where membership began at once. */
  membershipId: string | null;
}

/** Where an application goes with this outcome. @throws decision.closed where it waits for no decision */
export function decidedState(
  state: ApplicationState,
  outcome: DecisionOutcome,
  act: ApplicationAct = outcome === 'approved' ? 'approve' : 'reject',
): ApplicationState {
  const next = nextState(APPLICATION_TRANSITIONS, state, act);
  if (!next) throw new DomainError('decision.closed', NOT_NOW);
  return next;
}

/** Writes decisions down, whoever took them. */
@Injectable()
export class DecisionWriter {
  constructor(
    private readonly memberships: Memberships,
    private readonly sponsors: SponsorNaming,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Stores the decision with all it rested on, moves the application, announces it, and begins the membership where nothing
   * is left to do; in the caller's transaction, which holds the application.
   * @param facts without waivers. @param process how it came about, null for one officer's or a bot's decision.
   * @throws decision.closed, decision.refused (with reasons)
   */
  async write(
    tx: EntityManager,
    actor: Actor,
    reviewed: ReviewedApplication,
    wish: DecisionWish,
    facts: RequirementFacts,
    process: DecisionProcess | null,
    act?: ApplicationAct,
  ): Promise<Decided> {
    const next = decidedState(reviewed.state, wish.outcome, act);
    const today = this.clock.today(reviewed.zone);
    const faults = decisionFaults(wish, reviewed.requirements, facts, today);
    if (faults.length > 0) throw new DomainError('decision.refused', REFUSED, faults);
    const now = this.clock.now();
    const judged = withWaivers(facts, wish.waivers);
    const decision: Decision = {
      id: newId(),
      createdAt: now,
      applicationId: reviewed.id,
      appealId: reviewed.appealId,
      outcome: wish.outcome,
      reasonCodes: [...new Set(wish.reasonCodes)],
      note: wish.note.trim(),
      ruleId: reviewed.ruleId,
      facts: judged,
      factsHash: factsHash(judged),
      decidedOn: today,
      results: requirementResults(reviewed.requirements, judged, today),
      decidedBy: actor.personId,
      botId: actor.bot?.id ?? null,
      botRuleId: actor.bot?.ruleId ?? null,
      process,
      processHash: process && processHash(process),
    };
    await insert(tx, decision);
    await tx.query(
      'UPDATE applications SET state = $2, decided_at = $3, returned = NULL, version = version + 1 WHERE id = $1',
      [reviewed.id, next, now],
    );
    await this.sponsors.closeAll(tx, reviewed.id);
    await this.tell(tx, actor, reviewed, decision, wish);
    const membershipId =
      wish.outcome === 'approved' ? await this.memberships.begin(tx, actor, reviewed.id) : null;
    return { decisionId: decision.id, membershipId };
  }

  private async tell(
    tx: EntityManager,
    actor: Actor,
    reviewed: ReviewedApplication,
    decision: Decision,
    wish: DecisionWish,
  ): Promise<void> {
    await this.audit.record(tx, actor, {
      action: `application.${wish.outcome}`,
      subjectType: 'application',
      subjectId: reviewed.id,
      groupId: reviewed.groupId,
      reason: decision.note || null,
      details: {
        decisionId: decision.id,
        ruleId: reviewed.ruleId,
        factsHash: decision.factsHash,
        reasonCodes: decision.reasonCodes,
        waived: wish.waivers.map(({ requirementId }) => requirementId),
        ...(decision.appealId && { appealId: decision.appealId }),
        ...(decision.botRuleId && { botRuleId: decision.botRuleId }),
        ...(decision.processHash && { processHash: decision.processHash }),
      },
    });
    const news: ApplicationDecided = {
      type: `membership.application_${wish.outcome}`,
      payload: { applicationId: reviewed.id, decisionId: decision.id },
    };
    await this.outbox.announce(tx, news.type, news.payload);
  }
}

async function insert(tx: EntityManager, decision: Decision): Promise<void> {
  await tx.query(
    `INSERT INTO decisions (id, created_at, application_id, outcome, reason_codes, note, rule_id, facts, facts_hash, results,
       decided_on, decided_by, process, process_hash, appeal_id, bot_id, bot_rule_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    [
      decision.id,
      decision.createdAt,
      decision.applicationId,
      decision.outcome,
      decision.reasonCodes,
      decision.note,
      decision.ruleId,
      JSON.stringify(decision.facts),
      decision.factsHash,
      JSON.stringify(decision.results),
      decision.decidedOn,
      decision.decidedBy,
      decision.process && JSON.stringify(decision.process),
      decision.processHash,
      decision.appealId,
      decision.botId,
      decision.botRuleId,
    ],
  );
  // Whoever took part is on record (a bot is nobody's second person): the key lets nobody take part in two decisions of one case.
  await tx.query(
    `INSERT INTO decision_members (decision_id, application_id, person_id)
     SELECT $1::uuid, $2::uuid, $3::uuid WHERE $3::uuid IS NOT NULL UNION SELECT $1, $2, voter_id FROM decision_votes
     WHERE application_id = $2 AND appeal_id IS NOT DISTINCT FROM $4::uuid`,
    [decision.id, decision.applicationId, decision.decidedBy, decision.appealId],
  );
}

const NOT_NOW = {
  id: 'Permohonan ini tidak sedang menunggu keputusan. Muat ulang halaman untuk melihat keadaannya.',
  en: 'This application is not waiting for a decision. Reload the page to see where it stands.',
};
const REFUSED = {
  id: 'Keputusan ini belum dapat diambil. Perbaiki yang ditandai.',
  en: 'This decision cannot be taken yet. Correct what is marked.',
};

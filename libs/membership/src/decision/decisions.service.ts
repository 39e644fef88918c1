import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Transactions } from '@himpun/database';
import { Clock, DomainError, newId, nextState, type Actor } from '@himpun/kernel';
import { Outbox } from '@himpun/outbox';
import type { EntityManager } from 'typeorm';
import { APPLICATION_TRANSITIONS, type ApplicationState } from '../application/application.states';
import { Memberships } from '../membership/memberships.service';
import type { RequirementFacts } from '../requirement/requirement-facts';
import { RequirementFactsQueries } from '../requirement/requirement-facts.queries';
import { requirementResults } from '../requirement/requirements.policy';
import { takeUp, type ReviewedApplication } from '../review/reviewed-application';
import type { Decision } from './decision.entity';
import type { ApplicationDecided } from './decision.events';
import { factsHash, plain } from './facts-hash';
import { decisionFaults, withWaivers, type DecisionWish } from './decision.policy';

/** A decision as an officer sends it. */
export interface NewDecision extends DecisionWish {
  /** The application's version that the officer saw. */
  version: number;
  /** The hash of the facts that the officer saw; a check that ended meanwhile makes it another. Null to skip. */
  factsHash: string | null;
}

/** What came of a decision. */
export interface Decided {
  decisionId: string;
  /** Set where membership began at once. */
  membershipId: string | null;
}

/** Decides applications on the evidence, once each. */
@Injectable()
export class Decisions {
  constructor(
    private readonly transactions: Transactions,
    private readonly facts: RequirementFactsQueries,
    private readonly memberships: Memberships,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Approves or rejects a submitted application. Stores the rule's version, the facts and the results it rested on; an
   * approval begins the membership where nothing is left to do.
   * @throws application.not_found, application.forbidden, application.stale, decision.closed, decision.stale,
   *   decision.refused (with reasons)
   */
  async decide(actor: Actor, applicationId: string, wish: NewDecision): Promise<Decided> {
    return this.transactions.run(async (tx) => {
      const reviewed = await takeUp(tx, actor, 'decide', applicationId, wish.version);
      const next = nextState(
        APPLICATION_TRANSITIONS,
        reviewed.state,
        wish.outcome === 'approved' ? 'approve' : 'reject',
      );
      if (!next) throw new DomainError('decision.closed', NOT_NOW);
      const facts = plain(await this.facts.of(tx, reviewed));
      if (wish.factsHash !== null && wish.factsHash !== factsHash(facts)) {
        throw new DomainError('decision.stale', CHANGED, [], { factsHash: factsHash(facts) });
      }
      const today = this.clock.today(reviewed.zone);
      const faults = decisionFaults(wish, reviewed.requirements, facts, today);
      if (faults.length > 0) throw new DomainError('decision.refused', REFUSED, faults);
      const decisionId = await this.write(tx, actor, reviewed, next, wish, withWaivers(facts, wish.waivers));
      const membershipId =
        wish.outcome === 'approved' ? await this.memberships.begin(tx, actor, applicationId) : null;
      return { decisionId, membershipId };
    });
  }

  private async write(
    tx: EntityManager,
    actor: Actor,
    reviewed: ReviewedApplication,
    next: ApplicationState,
    wish: NewDecision,
    facts: RequirementFacts,
  ): Promise<string> {
    const now = this.clock.now();
    const decision: Decision = {
      id: newId(),
      createdAt: now,
      applicationId: reviewed.id,
      outcome: wish.outcome,
      reasonCodes: [...new Set(wish.reasonCodes)],
      note: wish.note.trim(),
      ruleId: reviewed.ruleId,
      facts,
      factsHash: factsHash(facts),
      decidedOn: this.clock.today(reviewed.zone),
      results: requirementResults(reviewed.requirements, facts, this.clock.today(reviewed.zone)),
      decidedBy: actor.personId as string,
    };
    await insert(tx, decision);
    await tx.query(
      'UPDATE applications SET state = $2, decided_at = $3, version = version + 1 WHERE id = $1',
      [reviewed.id, next, now],
    );
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
      },
    });
    const news: ApplicationDecided = {
      type: `membership.application_${wish.outcome}`,
      payload: { applicationId: reviewed.id, decisionId: decision.id },
    };
    await this.outbox.announce(tx, news.type, news.payload);
    return decision.id;
  }
}

async function insert(tx: EntityManager, decision: Decision): Promise<void> {
  await tx.query(
    `INSERT INTO decisions (id, created_at, application_id, outcome, reason_codes, note, rule_id, facts, facts_hash, results,
       decided_on, decided_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
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
    ],
  );
}

const NOT_NOW = {
  id: 'Permohonan ini tidak sedang menunggu keputusan. Muat ulang halaman untuk melihat keadaannya.',
  en: 'This application is not waiting for a decision. Reload the page to see where it stands.',
};
const CHANGED = {
  id: 'Bukti permohonan ini berubah sejak Anda membukanya, misalnya karena pemeriksaan selesai. Lihat kembali sebelum memutuskan.',
  en: 'The evidence has changed since you opened it, for example because a check ended. Look again before you decide.',
};
const REFUSED = {
  id: 'Keputusan ini belum dapat diambil. Perbaiki yang ditandai.',
  en: 'This decision cannot be taken yet. Correct what is marked.',
};

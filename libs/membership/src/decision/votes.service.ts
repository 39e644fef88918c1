import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Transactions } from '@himpun/database';
import { Clock, DomainError, newId, type Actor } from '@himpun/kernel';
import type { EntityManager } from 'typeorm';
import { RequirementFactsQueries } from '../requirement/requirement-facts.queries';
import { takeUp, type ReviewedApplication } from '../review/reviewed-application';
import { ballotFaults, carriedWish, type Ballot, type VoteGround } from './ballot.policy';
import { DecisionWriter, decidedState, type Decided } from './decision-writer.service';
import { assertSeen } from './decisions.service';
import { plain } from './facts-hash';
import { PanelVotes, type Panel } from './panel-votes.queries';
import { decisionRuleFor } from './decision.policy';
import { hasSeat, wantsVotes } from './panel.policy';

/** A vote as an officer sends it. */
export interface NewVote extends Ballot {
  /** The hash of the facts that the officer saw. */
  factsHash: string;
}

/** Votes of officers where the rule wants more than one to decide. */
@Injectable()
export class Votes {
  constructor(
    private readonly transactions: Transactions,
    private readonly facts: RequirementFactsQueries,
    private readonly panels: PanelVotes,
    private readonly writer: DecisionWriter,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * Casts a vote, or casts it anew; every vote stays on record and the newest counts. The vote that settles the matter takes
   * the decision in the same transaction. Votes of one case wait for each other, so one decision comes of them.
   * @returns the decision, or null while votes are missing.
   * @throws application.not_found, application.forbidden, decision.closed, decision.stale, vote.rule_conflict (one officer
   *   decides), vote.seats_taken, vote.refused (with reasons)
   */
  async cast(actor: Actor, applicationId: string, ballot: NewVote): Promise<Decided | null> {
    return this.transactions.run(async (tx) => {
      const reviewed = await takeUp(tx, actor, 'decide', applicationId, null);
      decidedState(reviewed.state, 'rejected');
      const facts = plain(await this.facts.of(tx, reviewed));
      const rule = decisionRuleFor(reviewed.decision, facts);
      if (!wantsVotes(rule)) throw new DomainError('vote.rule_conflict', ONE_DECIDES);
      assertSeen(facts, ballot.factsHash);
      const today = this.clock.today(reviewed.zone);
      const faults = ballotFaults(ballot, reviewed.requirements, facts, today);
      if (faults.length > 0) throw new DomainError('vote.refused', REFUSED, faults);
      const voted = { ...reviewed, decision: rule, facts, today };
      const before = (await this.panels.of(tx, voted)) as Panel;
      if (!hasSeat(rule, before.process.votes, before.process.seats, actor.personId as string)) {
        throw new DomainError('vote.seats_taken', NO_SEAT);
      }
      await this.keep(tx, actor, reviewed, ballot, before.ground);
      const { tally, process } = (await this.panels.of(tx, voted)) as Panel;
      if (tally.outcome === null) return null;
      return this.writer.write(tx, actor, reviewed, carriedWish(process, tally.outcome), facts, process);
    });
  }

  private async keep(
    tx: EntityManager,
    actor: Actor,
    reviewed: ReviewedApplication,
    ballot: NewVote,
    ground: VoteGround,
  ): Promise<void> {
    const reasonCodes = [...new Set(ballot.reasonCodes)];
    await tx.query(
      `INSERT INTO decision_votes (id, created_at, application_id, voter_id, vote, reason_codes, note, waivers, rule_id,
         submission, facts_hash, appeal_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        newId(),
        this.clock.now(),
        reviewed.id,
        actor.personId,
        ballot.vote,
        reasonCodes,
        ballot.note.trim(),
        JSON.stringify(ballot.waivers),
        ground.ruleId,
        ground.submission,
        ground.factsHash,
        reviewed.appealId,
      ],
    );
    await this.audit.record(tx, actor, {
      action: 'application.vote_cast',
      subjectType: 'application',
      subjectId: reviewed.id,
      groupId: reviewed.groupId,
      reason: ballot.note.trim() || null,
      details: { vote: ballot.vote, reasonCodes, factsHash: ground.factsHash },
    });
  }
}

const ONE_DECIDES = {
  id: 'Menurut aturan kelompok ini satu petugas yang memutuskan; tidak ada pemungutan suara.',
  en: 'By this group’s rules one officer decides; there is no vote.',
};
const NO_SEAT = {
  id: 'Semua kursi panel ini sudah terisi oleh petugas lain.',
  en: 'All seats of this panel are taken by other officers.',
};
const REFUSED = {
  id: 'Suara ini belum dapat diberikan. Perbaiki yang ditandai.',
  en: 'This vote cannot be cast yet. Correct what is marked.',
};

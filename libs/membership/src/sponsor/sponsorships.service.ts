import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Transactions } from '@himpun/database';
import type { SponsorRequirement } from '@himpun/groups';
import { Clock, nextState, notFound, type Actor } from '@himpun/kernel';
import { Outbox } from '@himpun/outbox';
import type { EntityManager } from 'typeorm';
import { SPONSORED_STATES } from './sponsor-naming.service';
import { confirmingBar } from './sponsor.policy';
import { sponsorRefusals } from './sponsor-refusals';
import type { SponsorAnswered } from './sponsor.events';
import { SPONSORSHIP_TRANSITIONS, type SponsorshipAct, type SponsorshipState } from './sponsor.states';

interface Asked {
  id: string;
  applicationId: string;
  applicantId: string;
  groupId: string;
  personId: string | null;
  state: SponsorshipState;
  isOver: boolean;
  applicationState: string;
  requirement: SponsorRequirement | null;
  isGood: boolean;
}

const PEOPLE = `SELECT s.person_id AS "personId", a.person_id AS "applicantId"
  FROM sponsorships s JOIN applications a ON a.id = s.application_id WHERE s.id = $1`;

/** $1 sponsorship, $2 now. A draft follows the grade's current rule. */
const ASKED = `
  SELECT s.id, s.application_id AS "applicationId", a.person_id AS "applicantId", a.group_id AS "groupId",
    s.person_id AS "personId", s.state, s.expires_at <= $2 AS "isOver", a.state AS "applicationState",
    (SELECT q FROM admission_rules r, jsonb_array_elements(r.requirements) q
      WHERE r.grade_id = a.grade_id AND (a.state = 'draft' OR r.id = a.rule_id) AND q ->> 'id' = s.requirement_id
        AND q ->> 'kind' = 'sponsor' ORDER BY r.version DESC LIMIT 1) AS requirement,
    EXISTS (SELECT 1 FROM membership_periods d WHERE d.membership_id = s.membership_id AND d.status IN ('active', 'grace')
      AND d.starts_at <= $2 AND (d.ends_at IS NULL OR d.ends_at > $2)) AS "isGood"
  FROM sponsorships s JOIN applications a ON a.id = s.application_id WHERE s.id = $1 FOR UPDATE OF s`;

const OPEN = `SELECT count(*)::int AS open FROM sponsorships s JOIN applications a ON a.id = s.application_id
  WHERE s.person_id = $1 AND s.state = 'confirmed' AND a.state IN ('draft', 'submitted', 'returned')`;

/** Members answer for applicants who named them, each for themselves. */
@Injectable()
export class Sponsorships {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Vouches for the applicant; again changes nothing. Good standing and the rule's limit hold at this very moment.
   * @throws sponsorship.not_found, sponsorship.closed, sponsorship.standing_conflict, sponsorship.limit_conflict
   */
  confirm(actor: Actor, sponsorshipId: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const asked = await this.asked(tx, actor, sponsorshipId);
      if (asked.state === 'confirmed') return;
      const next = answerOf(asked, 'confirm');
      const [open]: { open: number }[] = await tx.query(OPEN, [asked.personId]);
      const bar = confirmingBar(asked.requirement ?? {}, { isGood: asked.isGood, open: open?.open ?? 0 });
      if (bar) throw bar === 'standing' ? sponsorRefusals.standing() : sponsorRefusals.limit();
      await this.settle(tx, actor, asked, next, null);
    });
  }

  /**
   * Does not vouch for the applicant, who only hears to name somebody else. @param reason for reviewers alone; empty for none.
   * @throws sponsorship.not_found, sponsorship.closed
   */
  decline(actor: Actor, sponsorshipId: string, reason: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const asked = await this.asked(tx, actor, sponsorshipId);
      if (asked.state === 'declined') return;
      await this.settle(tx, actor, asked, answerOf(asked, 'decline'), reason.trim() || null);
    });
  }

  /** Both people are held, in one order everywhere: a decision and a replacement wait for the answer, or it for them. */
  private async asked(tx: EntityManager, actor: Actor, sponsorshipId: string): Promise<Asked> {
    const [people]: { personId: string | null; applicantId: string }[] = await tx.query(PEOPLE, [
      sponsorshipId,
    ]);
    if (!people?.personId || people.personId !== actor.personId) throw notFound('sponsorship');
    await tx.query('SELECT 1 FROM people WHERE id = ANY ($1::uuid[]) ORDER BY id FOR NO KEY UPDATE', [
      [people.personId, people.applicantId],
    ]);
    const [asked]: Asked[] = await tx.query(ASKED, [sponsorshipId, this.clock.now()]);
    return asked as Asked;
  }

  private async settle(
    tx: EntityManager,
    actor: Actor,
    { id, applicationId, groupId }: Asked,
    state: SponsorshipState,
    reason: string | null,
  ): Promise<void> {
    await tx.query('UPDATE sponsorships SET state = $2, ended_at = $3, decline_reason = $4 WHERE id = $1', [
      ...[id, state, this.clock.now(), reason],
    ]);
    // The reason stays with the question: whoever reads the trail of the case need not read it.
    await this.audit.record(tx, actor, {
      action: `sponsorship.${state}`,
      subjectType: 'application',
      subjectId: applicationId,
      groupId,
      details: { sponsorshipId: id },
    });
    const news: SponsorAnswered = {
      type: 'membership.sponsor_answered',
      payload: { sponsorshipId: id, applicationId },
    };
    await this.outbox.announce(tx, news.type, news.payload);
  }
}

function answerOf({ state, isOver, applicationState }: Asked, act: SponsorshipAct): SponsorshipState {
  const next = nextState(SPONSORSHIP_TRANSITIONS, state, act);
  if (!next || isOver || !SPONSORED_STATES.includes(applicationState)) throw sponsorRefusals.closed();
  return next;
}

import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Acknowledgements } from '@himpun/ethics';
import type { Requirement } from '@himpun/groups';
import { Clock, nextState, notFound, type Actor } from '@himpun/kernel';
import { Outbox } from '@himpun/outbox';
import type { EntityManager } from 'typeorm';
import { APPLICATION_TRANSITIONS, type ApplicationState } from '../application/application.states';
import { admissionGaps } from './admission.policy';
import { MembershipRows, type NewMembership } from './membership-rows';
import type { MembershipBegan } from './membership.events';

interface Candidate {
  id: string;
  personId: string;
  groupId: string;
  gradeId: string;
  state: ApplicationState;
  zone: string;
  requirements: Requirement[];
}

const CANDIDATE = `SELECT a.id, a.person_id AS "personId", a.group_id AS "groupId", a.grade_id AS "gradeId", a.state, g.zone,
    r.requirements
  FROM applications a JOIN groups g ON g.id = a.group_id JOIN admission_rules r ON r.id = a.rule_id
  WHERE a.id = $1 FOR UPDATE OF a`;

/** Lets memberships begin, each exactly once. */
@Injectable()
export class Memberships {
  constructor(
    private readonly rows: MembershipRows,
    private readonly acknowledgements: Acknowledgements,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Begins the membership of an approved application once everything that follows approval is done. Called in the same
   * transaction by whoever completes the pair, and does nothing where it is not complete or has begun already.
   * The person is locked first: of an approval and an acknowledgement at the same moment, the second sees the first.
   * @returns the membership's id, or null while it cannot begin. @throws application.not_found
   */
  async begin(tx: EntityManager, actor: Actor, applicationId: string): Promise<string | null> {
    await lockPersonOf(tx, applicationId);
    const [candidate]: Candidate[] = await tx.query(CANDIDATE, [applicationId]);
    if (!candidate) throw notFound('application');
    const admitted = nextState(APPLICATION_TRANSITIONS, candidate.state, 'admit');
    if (!admitted) return null;
    const acknowledged = await this.acknowledgements.has(tx, candidate.personId, candidate.groupId);
    const today = this.clock.today(candidate.zone);
    if (admissionGaps(candidate.requirements, acknowledged, today).length > 0) return null;
    await tx.query('UPDATE applications SET state = $2, version = version + 1 WHERE id = $1', [
      applicationId,
      admitted,
    ]);
    return this.enter(tx, actor, { ...candidate, applicationId, startsAt: this.clock.now() });
  }

  /** Begins every membership of a person that only waited for what they have just done. Joins the caller's transaction. */
  async beginAllOf(tx: EntityManager, actor: Actor, personId: string): Promise<string[]> {
    await lockPerson(tx, personId);
    const waiting: { id: string }[] = await tx.query(
      `SELECT id FROM applications WHERE person_id = $1 AND state = 'approved' ORDER BY id`,
      [personId],
    );
    const begun: string[] = [];
    for (const { id } of waiting) {
      const membershipId = await this.begin(tx, actor, id);
      if (membershipId) begun.push(membershipId);
    }
    return begun;
  }

  /**
   * Writes a membership down with number and card, or takes an earlier one up again under its old number. Without an
   * application for members who came another way (founders, an imported list). Joins the caller's transaction.
   */
  async enter(tx: EntityManager, actor: Actor, member: NewMembership): Promise<string> {
    const { id, number, isNew } = await this.rows.open(tx, member);
    await this.audit.record(tx, actor, {
      action: isNew ? 'membership.began' : 'membership.resumed',
      subjectType: 'membership',
      subjectId: id,
      groupId: member.groupId,
      details: { number, gradeId: member.gradeId, applicationId: member.applicationId ?? null },
    });
    const news: MembershipBegan = { type: 'membership.membership_began', payload: { membershipId: id } };
    await this.outbox.announce(tx, news.type, news.payload);
    return id;
  }
}

/** Holds the person's row until the transaction ends; always taken before the application's, so nobody waits in a circle. */
export async function lockPerson(tx: EntityManager, personId: string): Promise<void> {
  await tx.query('SELECT 1 FROM people WHERE id = $1 FOR NO KEY UPDATE', [personId]);
}

/** The same by application, whose person never changes. */
export async function lockPersonOf(tx: EntityManager, applicationId: string): Promise<void> {
  await tx.query(
    `SELECT 1 FROM people WHERE id = (SELECT person_id FROM applications WHERE id = $1) FOR NO KEY UPDATE`,
    [applicationId],
  );
}

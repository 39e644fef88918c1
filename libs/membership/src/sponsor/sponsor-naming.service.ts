import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Transactions } from '@himpun/database';
import type { SponsorRequirement } from '@himpun/groups';
import { Clock, newId, notFound, type Actor } from '@himpun/kernel';
import { Outbox } from '@himpun/outbox';
import type { EntityManager } from 'typeorm';
import { refusals } from '../application/application-refusals';
import { ownApplication, type OwnApplication } from '../application/own-application';
import { answerBy, isSameName, namedFault, namingBar, readNamed, type Named } from './sponsor.policy';
import { sponsorRefusals } from './sponsor-refusals';
import type { SponsorAsked } from './sponsor.events';

/** While one of these, sponsors can be named and may answer. */
export const SPONSORED_STATES: readonly string[] = ['draft', 'submitted', 'returned'];

interface Member {
  personId: string;
  membershipId: string;
}

/** Members of the group, of those above it and of those below, in good standing, who can sign in. $1 group, $2 named, $3 now. */
const MEMBER = (condition: string): string => `
  SELECT m.person_id AS "personId", m.id AS "membershipId"
  FROM memberships m JOIN groups h ON h.id = m.group_id JOIN groups g ON g.id = $1
    JOIN accounts c ON c.person_id = m.person_id AND c.disabled_at IS NULL
  WHERE ${condition} AND (m.group_id = ANY (g.path) OR g.id = ANY (h.path))
    AND EXISTS (SELECT 1 FROM membership_periods d WHERE d.membership_id = m.id AND d.status IN ('active', 'grace')
      AND d.starts_at <= $3 AND (d.ends_at IS NULL OR d.ends_at > $3))
  ORDER BY (m.group_id = $1) DESC, m.created_at, m.id LIMIT 1`;

const BY: Readonly<Record<Named['by'], string>> = {
  email: MEMBER('c.email = $2'),
  number: MEMBER('m.number IN ($2, upper($2))'),
};

/** The applicant names members who shall vouch for them. */
@Injectable()
export class SponsorNaming {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Asks the member of this number or address, if there is one: what comes back, and what is written, is the same when there
   * is none. Announces `membership.sponsor_asked`. Returns the request's id.
   * @throws application.not_found, requirement.not_found, application.section_closed, sponsor.invalid, sponsor.own_mismatch,
   *   sponsor.named_conflict, sponsor.enough_conflict, sponsor.named_exhausted
   */
  name(actor: Actor, applicationId: string, requirementId: string, typed: string): Promise<string> {
    return this.transactions.run(async (tx) => {
      const own = await ownApplication(tx, actor, applicationId);
      const requirement = sponsorRequirement(own, requirementId);
      if (!SPONSORED_STATES.includes(own.state)) throw refusals.partClosed();
      const named = readNamed(typed);
      if (!named) throw sponsorRefusals.named(namedFault());
      if (await this.isOwn(tx, own, named)) throw sponsorRefusals.own();
      const earlier: { named: string; state: string; personId: string | null }[] = await tx.query(
        `SELECT named, state, person_id AS "personId" FROM sponsorships WHERE application_id = $1 AND requirement_id = $2`,
        [own.id, requirementId],
      );
      const known = earlier.filter(({ state }) => state !== 'withdrawn');
      if (known.some((row) => isSameName(row.named, typed))) throw sponsorRefusals.twice();
      const bar = namingBar(requirement, earlier);
      if (bar) throw bar === 'enough' ? sponsorRefusals.enough() : sponsorRefusals.tooMany();
      const found = await this.find(tx, own, named);
      // Named once by number and once by address: asked once, and nobody learns that the two are one.
      const isAsked = known.some(
        ({ personId, state }) => personId === found?.personId && state !== 'expired',
      );
      return this.ask(tx, actor, own, requirement, typed, isAsked ? null : found);
    });
  }

  /** Takes a question back that was not answered yet. @throws application.not_found, sponsor.not_found, sponsorship.closed */
  async takeBack(actor: Actor, applicationId: string, sponsorshipId: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const own = await ownApplication(tx, actor, applicationId);
      const [row]: { state: string }[] = await tx.query(
        'SELECT state FROM sponsorships WHERE id = $1 AND application_id = $2 FOR UPDATE',
        [sponsorshipId, own.id],
      );
      if (!row) throw notFound('sponsor');
      if (row.state === 'withdrawn') return;
      if (row.state !== 'asked') throw sponsorRefusals.closed();
      await tx.query(`UPDATE sponsorships SET state = 'withdrawn', ended_at = $2 WHERE id = $1`, [
        sponsorshipId,
        this.clock.now(),
      ]);
      await this.note(tx, actor, own, 'application.sponsor_taken_back', sponsorshipId);
    });
  }

  /** Nobody has to answer for what is over. Joins the caller's transaction, which holds the application. */
  async closeAll(tx: EntityManager, applicationId: string): Promise<void> {
    await tx.query(
      `UPDATE sponsorships SET state = 'withdrawn', ended_at = $2 WHERE application_id = $1 AND state = 'asked'`,
      [applicationId, this.clock.now()],
    );
  }

  private async ask(
    tx: EntityManager,
    actor: Actor,
    own: OwnApplication,
    requirement: SponsorRequirement,
    typed: string,
    found: Member | null,
  ): Promise<string> {
    const [id, now] = [newId(), this.clock.now()];
    await tx.query(
      `INSERT INTO sponsorships (id, created_at, application_id, requirement_id, named, person_id, membership_id, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        ...[id, now, own.id, requirement.id, typed.normalize('NFC').trim()],
        ...[found?.personId ?? null, found?.membershipId ?? null, answerBy(requirement, now)],
      ],
    );
    await this.note(tx, actor, own, 'application.sponsor_named', id);
    const news: SponsorAsked = { type: 'membership.sponsor_asked', payload: { sponsorshipId: id } };
    await this.outbox.announce(tx, news.type, news.payload);
    return id;
  }

  private async isOwn(
    tx: EntityManager,
    { personId }: OwnApplication,
    { by, value }: Named,
  ): Promise<boolean> {
    const text =
      by === 'email'
        ? 'SELECT 1 FROM accounts WHERE person_id = $1 AND email = $2'
        : 'SELECT 1 FROM memberships WHERE person_id = $1 AND number IN ($2, upper($2))';
    const rows: unknown[] = await tx.query(text, [personId, value]);
    return rows.length > 0;
  }

  private async find(tx: EntityManager, own: OwnApplication, { by, value }: Named): Promise<Member | null> {
    const [found]: Member[] = await tx.query(BY[by], [own.groupId, value, this.clock.now()]);
    return found && found.personId !== own.personId ? found : null;
  }

  private note(
    tx: EntityManager,
    actor: Actor,
    { id, groupId }: OwnApplication,
    action: string,
    sponsorshipId: string,
  ): Promise<void> {
    return this.audit.record(tx, actor, {
      ...{ action, subjectType: 'application', subjectId: id, groupId },
      details: { sponsorshipId },
    });
  }
}

function sponsorRequirement(own: OwnApplication, requirementId: string): SponsorRequirement {
  const requirement = own.requirements.find(({ id }) => id === requirementId);
  if (requirement?.kind !== 'sponsor') throw notFound('requirement');
  return requirement;
}

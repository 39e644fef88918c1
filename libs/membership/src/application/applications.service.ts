import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Transactions, violates } from '@himpun/database';
import { AdmissionRuleQueries } from '@himpun/groups';
import { Clock, forbidden, newId, nextState, notFound, type Actor } from '@himpun/kernel';
import { Outbox } from '@himpun/outbox';
import type { EntityManager } from 'typeorm';
import { SponsorNaming } from '../sponsor/sponsor-naming.service';
import { refusals } from './application-refusals';
import { Application, type KeptAnswer } from './application.entity';
import type { ApplicationWithdrawn } from './application.events';
import { APPLICATION_TRANSITIONS } from './application.states';
import { ownApplication } from './own-application';

/** Where the application goes. */
export interface Destination {
  groupId: string;
  gradeId: string;
}

/** Begins applications and takes them back. */
@Injectable()
export class Applications {
  constructor(
    private readonly transactions: Transactions,
    private readonly rules: AdmissionRuleQueries,
    private readonly sponsors: SponsorNaming,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Begins a draft; what an earlier application for the same grade said is carried over. Returns its id.
   * @throws grade.not_found, grade.closed, application.taken (details: applicationId), application.member_conflict
   */
  async start(actor: Actor, { groupId, gradeId }: Destination): Promise<string> {
    const personId = actor.personId;
    if (!personId) throw forbidden('application');
    const rule = await this.rules.current(gradeId);
    try {
      return await this.transactions.run(async (tx) => {
        const known: unknown[] = await tx.query('SELECT 1 FROM grades WHERE id = $1 AND group_id = $2', [
          gradeId,
          groupId,
        ]);
        if (known.length === 0) throw notFound('grade');
        if (!rule) throw refusals.gradeClosed();
        await this.refuseMembers(tx, personId, groupId);
        // Sponsors are asked for each application anew.
        const asked = rule.requirements.filter(({ kind }) => kind === 'sponsor').map(({ id }) => id);
        return this.enter(tx, actor, { personId, groupId, gradeId, ruleId: rule.id }, asked);
      });
    } catch (error) {
      if (violates(error, 'applications_one_open')) throw await this.taken(personId, groupId);
      throw error;
    }
  }

  /** Takes an application back; repeating it is harmless. @throws application.not_found, application.closed */
  async withdraw(actor: Actor, applicationId: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const own = await ownApplication(tx, actor, applicationId);
      if (own.state === 'withdrawn') return;
      const next = nextState(APPLICATION_TRANSITIONS, own.state, 'withdraw');
      if (!next) throw refusals.notOpen();
      await tx.update(
        Application,
        { id: own.id },
        { state: next, version: own.version + 1, returned: null, ruleId: own.ruleId },
      );
      await this.sponsors.closeAll(tx, own.id);
      await this.audit.record(tx, actor, {
        action: 'application.withdrawn',
        subjectType: 'application',
        subjectId: own.id,
        groupId: own.groupId,
      });
      const news: ApplicationWithdrawn = {
        type: 'membership.application_withdrawn',
        payload: { applicationId: own.id },
      };
      await this.outbox.announce(tx, news.type, news.payload);
    });
  }

  private async enter(
    tx: EntityManager,
    actor: Actor,
    draft: Destination & { personId: string; ruleId: string },
    notCarriedOver: readonly string[],
  ): Promise<string> {
    const id = newId();
    const now = this.clock.now();
    const earlier = await this.earlier(tx, draft);
    await tx.query(
      `INSERT INTO applications (id, created_at, reference, person_id, group_id, grade_id, rule_id, state, answers)
       VALUES ($1, $2, $3, $4, $5, $6, $7, 'draft', $8)`,
      [
        id,
        now,
        await this.nextReference(tx),
        draft.personId,
        draft.groupId,
        draft.gradeId,
        draft.ruleId,
        JSON.stringify(without(earlier?.answers ?? {}, notCarriedOver)),
      ],
    );
    if (earlier) {
      await tx.query(
        `INSERT INTO application_credentials (application_id, requirement_id, credential_id, created_at)
         SELECT $1, o.requirement_id, o.credential_id, $3 FROM application_credentials o
         JOIN credentials c ON c.id = o.credential_id AND c.state <> 'withdrawn' WHERE o.application_id = $2`,
        [id, earlier.id, now],
      );
    }
    await this.audit.record(tx, actor, {
      action: 'application.started',
      subjectType: 'application',
      subjectId: id,
      groupId: draft.groupId,
      details: { gradeId: draft.gradeId, ...(earlier && { carriedOverFrom: earlier.id }) },
    });
    return id;
  }

  /** Numbers come from a sequence: a gap may appear, a number never twice. */
  private async nextReference(tx: EntityManager): Promise<string> {
    const [row]: { number: string }[] = await tx.query("SELECT nextval('application_numbers') AS number");
    return `P-${this.clock.today().slice(0, 4)}-${String(row?.number).padStart(6, '0')}`;
  }

  private async earlier(
    tx: EntityManager,
    draft: { personId: string; gradeId: string },
  ): Promise<{ id: string; answers: Record<string, KeptAnswer> } | null> {
    const [row]: { id: string; answers: Record<string, KeptAnswer> }[] = await tx.query(
      `SELECT id, answers FROM applications WHERE person_id = $1 AND grade_id = $2 AND state IN ('rejected', 'withdrawn')
       ORDER BY created_at DESC LIMIT 1`,
      [draft.personId, draft.gradeId],
    );
    return row ?? null;
  }

  private async refuseMembers(tx: EntityManager, personId: string, groupId: string): Promise<void> {
    const rows: unknown[] = await tx.query(
      'SELECT 1 FROM memberships WHERE person_id = $1 AND group_id = $2',
      [personId, groupId],
    );
    if (rows.length > 0) throw refusals.member();
  }

  private async taken(personId: string, groupId: string): Promise<Error> {
    const id = await this.transactions.run(async (tx) => {
      const [row]: { id: string }[] = await tx.query(
        `SELECT id FROM applications WHERE person_id = $1 AND group_id = $2
         AND state IN ('draft', 'submitted', 'returned', 'approved')`,
        [personId, groupId],
      );
      return row?.id;
    });
    return id ? refusals.taken(id) : refusals.notOpen();
  }
}

function without(answers: Record<string, KeptAnswer>, ids: readonly string[]): Record<string, KeptAnswer> {
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !ids.includes(id)));
}

import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Sql, violates } from '@himpun/database';
import { Clock, DomainError, newId, newPublicCode, notFound, type Actor, type Reason } from '@himpun/kernel';
import { maySeeActivity } from '../activity/activity.access';
import { Batches } from './batches';
import { MemberStanding } from './member-standing';
import { cancellationFaults, registrationFaults } from './registration.policy';
import { type CancellationFacts, RegistrationQueries } from './registrations.queries';
import { LIVING, REGISTER, RELEASE } from './registration.statements';

/** A place, or a turn on the waitlist. */
export interface RegistrationLine {
  id: string;
  activityId: string;
  state: 'confirmed' | 'waitlisted';
  /** The how many-th arrival at this activity. */
  arrival: number;
  code: string;
  registeredAt: Date;
  /** From 1; null for a confirmed place. */
  waitlistPosition: number | null;
}

type Decision = Pick<RegistrationLine, 'id' | 'arrival' | 'state' | 'registeredAt' | 'waitlistPosition'>;

/** Somebody who wants in, with what their registration would be. */
interface Comer extends Pick<RegistrationLine, 'id' | 'activityId' | 'code'> {
  actor: Actor;
  personId: string;
  isMember: boolean;
}

const ATTEMPTS = 3;
/** Of one statement: few enough that the first does not wait long for the last. */
const CROWD = 50;

/** Places in activities: taken, waited for, given back. */
@Injectable()
export class Registrations {
  private readonly crowds = new Batches((comers: Comer[]) => this.decide(comers), CROWD);

  constructor(
    private readonly sql: Sql,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly queries: RegistrationQueries,
    private readonly standing: MemberStanding,
  ) {}

  /**
   * Registers the actor: a place while there is one, else the end of the waitlist. Whoever is registered already gets
   * that registration as the answer.
   * @throws activity.not_found, registration.closed with the reasons, registration.forbidden (members only)
   */
  async register(actor: Actor, activityId: string): Promise<RegistrationLine> {
    const personId = personOf(actor);
    let isMember = false;
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const line = await this.crowds.add(`${activityId} ${isMember}`, {
        actor,
        activityId,
        personId,
        isMember,
        id: newId(),
        code: newPublicCode(),
      });
      if (line) return line;
      const living = await this.sql.row<RegistrationLine & Record<string, unknown>>(LIVING, [
        personId,
        activityId,
      ]);
      if (living) return living;
      isMember = await this.admit(actor, activityId, personId);
    }
    throw busy();
  }

  /**
   * Gives a place or a turn back; a place passes to the first who waits. Cancelling twice changes nothing.
   * @throws registration.not_found, registration.closed (begun, or attendance recorded)
   */
  async cancel(actor: Actor, registrationId: string): Promise<void> {
    const facts = await this.queries.cancellationFacts(registrationId);
    if (!facts || facts.personId !== actor.personId) throw notFound('registration');
    if (facts.state === 'cancelled') return;
    const faults = cancellationFaults(facts, this.clock.now());
    if (faults.length > 0) throw closed(faults);
    await this.sql.rows(RELEASE, [
      registrationId,
      this.clock.now(),
      newId(),
      newId(),
      ...this.entry(actor, 'registration.cancelled', registrationId, facts),
    ]);
  }

  /** Decides for everyone who came together; null where nothing was decided. One person stands in a batch only once. */
  private async decide(comers: readonly Comer[]): Promise<(RegistrationLine | null)[]> {
    const first = comers.filter(
      (comer, place) => comers.findIndex((each) => each.personId === comer.personId) === place,
    );
    const rows = await this.decided(first);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return comers.map(({ id, activityId, code }) => {
      const row = byId.get(id);
      return row ? { activityId, code, ...row } : null;
    });
  }

  private async decided(comers: readonly Comer[]): Promise<Decision[]> {
    const [{ activityId, isMember }] = comers as [Comer];
    const column = <Key extends keyof Comer>(key: Key) => comers.map((comer) => comer[key]);
    const entries = comers.map((comer) =>
      this.entry(comer.actor, 'registration.made', comer.id, { activityId, groupId: null }),
    );
    const now = this.clock.now();
    const head = [activityId, now, isMember, column('id'), column('personId'), column('code')];
    try {
      return await this.sql.rows<Decision & Record<string, unknown>>(REGISTER, [
        ...head,
        comers.map(() => newId()),
        ...transposed(entries),
      ]);
    } catch (error) {
      // Somebody of these was quicker through another process: that registration is their answer, the others go on.
      if (!violates(error, 'registrations_one_live')) throw error;
      if (comers.length === 1) return [];
      const each: Decision[] = [];
      for (const comer of comers) each.push(...(await this.decided([comer])));
      return each;
    }
  }

  /** Why nothing was decided: throws the reasons, or answers whether the person comes as a member. */
  private async admit(actor: Actor, activityId: string, personId: string): Promise<boolean> {
    const gate = await this.queries.gate(activityId);
    if (!gate || !maySeeActivity(actor, gate)) throw notFound('activity');
    const isMember = gate.audience === 'members' && (await this.standing.holds(personId, gate.groupTree));
    const faults = registrationFaults({ ...gate, isMember }, this.clock.now());
    if (faults.length > 0) throw refused(faults);
    return isMember;
  }

  private entry(
    actor: Actor,
    action: string,
    subjectId: string,
    about: Pick<CancellationFacts, 'activityId'> & { groupId: string | null },
  ): unknown[] {
    return this.audit.values(actor, {
      action,
      subjectType: 'registration',
      subjectId,
      groupId: about.groupId,
      details: { activityId: about.activityId },
    });
  }
}

/** Rows of values as one array per column, as `unnest` takes them. */
function transposed(rows: readonly unknown[][]): unknown[][] {
  return (rows[0] ?? []).map((_, column) => rows.map((row) => row[column]));
}

function personOf(actor: Actor): string {
  if (actor.personId === null) throw notFound('activity');
  return actor.personId;
}

function refused(faults: readonly Reason[]): DomainError {
  const [first] = faults as [Reason];
  const ending = faults.every((fault) => fault.code === 'members_only') ? 'forbidden' : 'closed';
  return new DomainError(`registration.${ending}`, first.text, faults);
}

function closed(faults: readonly Reason[]): DomainError {
  const [first] = faults as [Reason];
  return new DomainError('registration.closed', first.text, faults);
}

function busy(): DomainError {
  return new DomainError('registration.unavailable', {
    id: 'Pendaftaran sedang sangat ramai. Coba lagi sebentar.',
    en: 'Registration is very busy at this moment. Try again shortly.',
  });
}

import { Injectable } from '@nestjs/common';
import {
  Clock,
  DomainError,
  forbidden,
  holdsPower,
  newId,
  notFound,
  type Actor,
  type LocalDate,
} from '@himpun/kernel';
import { Transactions, violates } from '@himpun/database';
import { AccessGrants, type Power } from '@himpun/identity';
import { AuditTrail } from '@himpun/audit';
import { Outbox } from '@himpun/outbox';
import type { EntityManager } from 'typeorm';
import { appointmentFaults, termInstants } from './term.policy';
import { Term } from './term.entity';

/** A person for a seat, from the first to the last day inclusive. */
export interface Appointment {
  seatId: string;
  personId: string;
  startsOn: LocalDate;
  endsOn: LocalDate;
  reason: string;
}

interface SeatPlace {
  groupId: string;
  path: string[];
  zone: string;
  powers: Power[];
}

/** Appoints officers and ends their terms; a term writes its powers down as dated grants, so no job has to run. */
@Injectable()
export class Terms {
  constructor(
    private readonly transactions: Transactions,
    private readonly grants: AccessGrants,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Appoints a person to a seat. Returns the term's id.
   * @throws seat.not_found, seat.forbidden, person.not_found, term.refused (with reasons), seat.taken
   */
  async appoint(actor: Actor, appointment: Appointment): Promise<string> {
    return this.transactions.run((tx) => this.appointIn(tx, actor, appointment));
  }

  /** The same inside the caller's transaction; the system may appoint anyone (first officers of a new group). */
  async appointIn(tx: EntityManager, actor: Actor, appointment: Appointment): Promise<string> {
    const place = await this.placeOf(tx, appointment.seatId);
    if (actor.kind === 'person' && !holdsPower(actor, 'offices.appoint', place.path)) throw forbidden('seat');
    const faults = appointmentFaults(
      { ...appointment, appointerId: actor.personId },
      this.clock.today(place.zone),
    );
    if (faults.length > 0) throw new DomainError('term.refused', REFUSED, faults);
    const known: unknown[] = await tx.query('SELECT 1 FROM people WHERE id = $1 AND merged_into_id IS NULL', [
      appointment.personId,
    ]);
    if (known.length === 0) throw notFound('person');
    const span = termInstants(appointment, place.zone, this.clock.now());
    const id = newId();
    try {
      await tx.insert(Term, {
        id,
        createdAt: this.clock.now(),
        seatId: appointment.seatId,
        personId: appointment.personId,
        ...span,
        appointedBy: actor.personId,
        reason: appointment.reason,
      });
    } catch (error) {
      if (violates(error, 'terms_one_holder')) throw new DomainError('seat.taken', TAKEN);
      throw error;
    }
    await this.writeDown(tx, actor, id, appointment, place, span);
    return id;
  }

  /**
   * Ends a term now, before its last day; its powers end with it, in sessions that are open too.
   * @throws term.not_found, term.forbidden, term.closed
   */
  async endEarly(actor: Actor, termId: string, reason: string): Promise<void> {
    const now = this.clock.now();
    await this.transactions.run(async (tx) => {
      const term = await tx.findOne(Term, { where: { id: termId }, lock: { mode: 'pessimistic_write' } });
      if (!term) throw notFound('term');
      const place = await this.placeOf(tx, term.seatId);
      if (!holdsPower(actor, 'offices.appoint', place.path)) throw forbidden('term');
      if (term.endsAt.getTime() <= now.getTime()) throw new DomainError('term.closed', OVER);
      const endsAt = new Date(Math.max(now.getTime(), term.startsAt.getTime()));
      await tx.update(Term, { id: termId }, { endsAt, endedEarlyAt: now, endedEarlyReason: reason });
      await this.grants.end(tx, 'term', termId, now);
      await this.audit.record(tx, actor, {
        action: 'term.ended',
        subjectType: 'term',
        subjectId: termId,
        groupId: place.groupId,
        reason,
      });
      await this.outbox.announce(tx, 'governance.term_ended', { termId });
    });
  }

  private async writeDown(
    tx: EntityManager,
    actor: Actor,
    termId: string,
    appointment: Appointment,
    place: SeatPlace,
    span: { startsAt: Date; endsAt: Date },
  ): Promise<void> {
    await this.grants.grant(tx, {
      personId: appointment.personId,
      powers: place.powers,
      groupId: place.groupId,
      validFrom: span.startsAt,
      validUntil: span.endsAt,
      originType: 'term',
      originId: termId,
    });
    await this.audit.record(tx, actor, {
      action: 'term.appointed',
      subjectType: 'term',
      subjectId: termId,
      groupId: place.groupId,
      reason: appointment.reason,
      details: { ...appointment },
    });
    await this.outbox.announce(tx, 'governance.term_appointed', { termId });
  }

  private async placeOf(tx: EntityManager, seatId: string): Promise<SeatPlace> {
    const [place]: SeatPlace[] = await tx.query(
      `SELECT g.id AS "groupId", g.path, g.zone, o.powers
       FROM seats s JOIN offices o ON o.id = s.office_id JOIN groups g ON g.id = o.group_id WHERE s.id = $1`,
      [seatId],
    );
    if (!place) throw notFound('seat');
    return place;
  }
}

const REFUSED = {
  id: 'Pengangkatan ini belum dapat dilakukan. Perbaiki yang ditandai.',
  en: 'This appointment cannot be made yet. Correct what is marked.',
};
const TAKEN = {
  id: 'Kursi ini sudah dipegang orang lain pada sebagian waktu itu. Pilih tanggal lain, atau akhiri masa jabatannya dulu.',
  en: 'Someone else holds this seat for part of that time. Choose other dates, or end their term first.',
};
const OVER = { id: 'Masa jabatan ini sudah berakhir.', en: 'This term is already over.' };

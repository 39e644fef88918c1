import { Injectable } from '@nestjs/common';
import { Clock, notFound } from '@himpun/kernel';
import { Sql } from '@himpun/database';
import type { Power } from '@himpun/identity';

/** A seat with whoever holds it now and whoever is appointed to follow. */
export interface SeatLine {
  officeId: string;
  officeCode: string;
  nameId: string;
  nameEn: string;
  powers: Power[];
  seatId: string;
  seatNumber: number;
  terms: TermLine[];
}

/** One term of a seat. */
export interface TermLine {
  id: string;
  personId: string;
  fullName: string;
  startsAt: Date;
  endsAt: Date;
  serving: boolean;
  endedEarlyReason: string | null;
}

/** One term for a letter to its holder. */
export interface AppointedTerm {
  personId: string;
  email: string | null;
  language: 'id' | 'en';
  officeNameId: string;
  officeNameEn: string;
  groupNameId: string;
  groupNameEn: string;
  zone: string;
  startsAt: Date;
  endsAt: Date;
}

/** Who holds an office, and what the office is called. */
export interface OfficeHolder {
  personId: string;
  fullName: string;
  titleBefore: string | null;
  titleAfter: string | null;
  officeNameId: string;
  officeNameEn: string;
}

/** Reads of offices and terms. */
@Injectable()
export class GovernanceQueries {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  /** All seats of a group in order, each with its running, coming and (newest first) past terms. */
  async seatsOf(groupId: string): Promise<SeatLine[]> {
    const rows = await this.sql.rows<SeatLine & Record<string, unknown>>(
      `SELECT o.id AS "officeId", o.code AS "officeCode", o.name_id AS "nameId", o.name_en AS "nameEn", o.powers,
              s.id AS "seatId", s.number AS "seatNumber",
              coalesce((SELECT json_agg(json_build_object('id', t.id, 'personId', t.person_id, 'fullName', p.full_name,
                          'startsAt', t.starts_at, 'endsAt', t.ends_at, 'endedEarlyReason', t.ended_early_reason,
                          'serving', t.starts_at <= $2 AND t.ends_at > $2) ORDER BY t.starts_at DESC)
                        FROM terms t JOIN people p ON p.id = t.person_id WHERE t.seat_id = s.id), '[]') AS terms
       FROM offices o JOIN seats s ON s.office_id = o.id
       WHERE o.group_id = $1 ORDER BY o.position, o.code, s.number`,
      [groupId, this.clock.now()],
    );
    return rows.map((row) => ({
      ...row,
      terms: row.terms.map((term) => ({
        ...term,
        startsAt: new Date(term.startsAt),
        endsAt: new Date(term.endsAt),
      })),
    }));
  }

  /**
   * Who held an office at an instant: that of the group, or of the nearest one above it that has this office filled.
   * @param code e.g. `chair`
   */
  holderAt(code: string, groupPath: readonly string[], at: Date): Promise<OfficeHolder | null> {
    return this.sql.row<OfficeHolder & Record<string, unknown>>(
      `SELECT p.id AS "personId", p.full_name AS "fullName", p.title_before AS "titleBefore", p.title_after AS "titleAfter",
              o.name_id AS "officeNameId", o.name_en AS "officeNameEn"
       FROM offices o JOIN seats s ON s.office_id = o.id JOIN terms t ON t.seat_id = s.id JOIN people p ON p.id = t.person_id
       WHERE o.code = $1 AND o.group_id = ANY ($2::uuid[]) AND t.starts_at <= $3 AND t.ends_at > $3
       ORDER BY array_position($2::uuid[], o.group_id) DESC, s.number LIMIT 1`,
      [code, groupPath, at],
    );
  }

  /** @throws term.not_found */
  async term(termId: string): Promise<AppointedTerm> {
    const row = await this.sql.row<AppointedTerm & Record<string, unknown>>(
      `SELECT t.person_id AS "personId", a.email, coalesce(a.language, 'id') AS language, o.name_id AS "officeNameId",
              o.name_en AS "officeNameEn", g.name_id AS "groupNameId", g.name_en AS "groupNameEn", g.zone,
              t.starts_at AS "startsAt", t.ends_at AS "endsAt"
       FROM terms t JOIN seats s ON s.id = t.seat_id JOIN offices o ON o.id = s.office_id
       JOIN groups g ON g.id = o.group_id LEFT JOIN accounts a ON a.person_id = t.person_id WHERE t.id = $1`,
      [termId],
    );
    if (!row) throw notFound('term');
    return row;
  }
}

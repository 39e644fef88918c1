import { Injectable } from '@nestjs/common';
import { Sql } from '@himpun/database';
import { Clock, DEFAULT_ZONE, plusDays, readPublicCode, startOfDay, type LocalDate } from '@himpun/kernel';
import { standing, type MembershipStatus, type Standing } from './standing.policy';

/** A membership as its card shows it. Names as printed; the standing is that of the moment of reading. */
export interface MemberCard {
  membershipId: string;
  personId: string;
  /** The name for certificates, or the full name; titles around it. */
  holderName: string;
  number: string;
  cardCode: string;
  groupId: string;
  groupNameId: string;
  groupNameEn: string;
  groupShortName: string;
  groupPath: string[];
  gradeNameId: string;
  gradeNameEn: string;
  applicationId: string | null;
  /** The first instant of membership. */
  memberSince: Date;
  standing: Standing;
}

interface PeriodJson {
  status: MembershipStatus;
  startsAt: string;
  endsAt: string | null;
}

const PERIODS = `(SELECT coalesce(json_agg(json_build_object('status', d.status, 'startsAt', d.starts_at,
  'endsAt', d.ends_at) ORDER BY d.starts_at), '[]') FROM membership_periods d WHERE d.membership_id = m.id) AS periods`;

const CARD = `SELECT m.id AS "membershipId", m.person_id AS "personId", m.number, m.card_code AS "cardCode",
    concat_ws(' ', p.title_before, coalesce(p.certificate_name, p.full_name)) || coalesce(', ' || p.title_after, '')
      AS "holderName",
    m.group_id AS "groupId", g.name_id AS "groupNameId", g.name_en AS "groupNameEn", g.short_name AS "groupShortName",
    g.path AS "groupPath", r.name_id AS "gradeNameId", r.name_en AS "gradeNameEn", m.application_id AS "applicationId",
    ${PERIODS}
  FROM memberships m JOIN people p ON p.id = m.person_id JOIN groups g ON g.id = m.group_id
  JOIN grades r ON r.id = m.grade_id`;

type CardRow = Omit<MemberCard, 'memberSince' | 'standing'> & { periods: PeriodJson[] } & Record<
    string,
    unknown
  >;

/** Reads of memberships and of where they stand. */
@Injectable()
export class MembershipQueries {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  /**
   * Where a person stands in a group on a date: on a past or coming day at its last instant in the group's zone, today now.
   * Someone who never was a member stands at `none`.
   */
  async standing(personId: string, groupId: string, date: LocalDate): Promise<Standing> {
    const row = await this.sql.row<{ zone: string; periods: PeriodJson[] }>(
      `SELECT g.zone, ${PERIODS} FROM memberships m JOIN groups g ON g.id = m.group_id
       WHERE m.person_id = $1 AND m.group_id = $2`,
      [personId, groupId],
    );
    const zone = row?.zone ?? DEFAULT_ZONE;
    const now = this.clock.now();
    const instant =
      date === this.clock.today(zone) ? now : new Date(startOfDay(plusDays(date, 1), zone).getTime() - 1);
    return standing(periodsOf(row?.periods ?? []), instant);
  }

  /** The card behind a code as typed or scanned; null where there is none. */
  async byCardCode(typed: string): Promise<MemberCard | null> {
    const code = readPublicCode(typed);
    if (!code) return null;
    const row = await this.sql.row<CardRow>(`${CARD} WHERE m.card_code = $1`, [code]);
    return row && this.cardOf(row);
  }

  /** A person's memberships, the newest first. */
  async mine(personId: string): Promise<MemberCard[]> {
    const rows = await this.sql.rows<CardRow>(
      `${CARD} WHERE m.person_id = $1 ORDER BY m.created_at DESC, m.id DESC`,
      [personId],
    );
    return rows.map((row) => this.cardOf(row));
  }

  /** One membership, or null. */
  async card(membershipId: string): Promise<MemberCard | null> {
    const row = await this.sql.row<CardRow>(`${CARD} WHERE m.id = $1`, [membershipId]);
    return row && this.cardOf(row);
  }

  /** The members of a group by number, whatever their standing; one page and how many there are in all. */
  async inGroup(
    groupId: string,
    page: { page: number; pageSize: number },
  ): Promise<{ items: MemberCard[]; total: number }> {
    const [rows, count] = await Promise.all([
      this.sql.rows<CardRow>(`${CARD} WHERE m.group_id = $1 ORDER BY m.number, m.id LIMIT $2 OFFSET $3`, [
        groupId,
        page.pageSize,
        (page.page - 1) * page.pageSize,
      ]),
      this.sql.row<{ total: number }>('SELECT count(*)::int AS total FROM memberships WHERE group_id = $1', [
        groupId,
      ]),
    ]);
    return { items: rows.map((row) => this.cardOf(row)), total: count?.total ?? 0 };
  }

  private cardOf(row: CardRow): MemberCard {
    const { periods: raw, ...card } = row;
    const periods = periodsOf(raw);
    return {
      ...(card as Omit<MemberCard, 'memberSince' | 'standing'>),
      memberSince: periods[0]?.startsAt ?? this.clock.now(),
      standing: standing(periods, this.clock.now()),
    };
  }
}

function periodsOf(rows: PeriodJson[]): { status: MembershipStatus; startsAt: Date; endsAt: Date | null }[] {
  return rows.map(({ status, startsAt, endsAt }) => ({
    status,
    startsAt: new Date(startsAt),
    endsAt: endsAt === null ? null : new Date(endsAt),
  }));
}

import { Injectable } from '@nestjs/common';
import { Clock, type LocalDate } from '@himpun/kernel';
import { Sql } from '@himpun/database';
import { targetShare } from './credits.policy';

/** One line of a person's ledger. */
export interface CreditLine {
  id: string;
  earnedOn: LocalDate;
  domain: string;
  kind: 'attendance' | 'correction';
  hours: number;
  reason: string | null;
  activityId: string | null;
  titleId: string | null;
  titleEn: string | null;
}

/** A person's credits in one calendar year. */
export interface CreditYear {
  year: number;
  /** Years in which there are lines, newest first, the asked one among them. */
  years: number[];
  hours: number;
  /** What the group with the highest target asks per year; null without one. */
  target: number | null;
  /** Percent of the target, at most 100. */
  share: number | null;
  domains: { code: string; nameId: string; nameEn: string; hours: number }[];
  entries: CreditLine[];
}

/** Reads of the ledger. */
@Injectable()
export class CreditQueries {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  /** The person's year; the present one unless told. */
  async yearOf(personId: string, asked: number | null): Promise<CreditYear> {
    const today = this.clock.today();
    const year = asked ?? Number(today.slice(0, 4));
    const [from, to] = [`${year}-01-01`, `${year}-12-31`];
    const [entries, domains, years, target] = await Promise.all([
      this.sql.rows<CreditLine & Record<string, unknown>>(ENTRIES, [personId, from, to]),
      this.sql.rows<CreditYear['domains'][number]>(DOMAINS, [personId, from, to]),
      this.sql.rows<{ year: number }>(YEARS, [personId]),
      this.sql.row<{ hours: number }>(TARGET, [personId, to]),
    ]);
    const hours = domains.reduce((sum, domain) => sum + Math.round(domain.hours * 10), 0) / 10;
    const known = new Set([...years.map((row) => row.year), year, Number(today.slice(0, 4))]);
    return {
      year,
      years: [...known].sort((one, other) => other - one),
      hours,
      target: target?.hours ?? null,
      share: targetShare(hours, target?.hours ?? null),
      domains,
      entries,
    };
  }
}

const ENTRIES = `
  SELECT e.id, e.earned_on::text AS "earnedOn", e.domain, e.kind, e.hours::float8 AS hours, e.reason,
    e.activity_id AS "activityId", a.title_id AS "titleId", a.title_en AS "titleEn"
  FROM credit_entries e LEFT JOIN activities a ON a.id = e.activity_id
  WHERE e.person_id = ANY ((SELECT same_person($1))::uuid[]) AND e.earned_on BETWEEN $2::date AND $3::date
  ORDER BY e.earned_on DESC, e.id DESC LIMIT 500`;

const DOMAINS = `
  SELECT d.code, d.name_id AS "nameId", d.name_en AS "nameEn", coalesce(sum(e.hours), 0)::float8 AS hours
  FROM credit_domains d LEFT JOIN credit_entries e ON e.domain = d.code AND e.person_id = ANY ((SELECT same_person($1))::uuid[])
    AND e.earned_on BETWEEN $2::date AND $3::date
  GROUP BY d.code ORDER BY d.position`;

const YEARS = `SELECT DISTINCT extract(year FROM earned_on)::int AS year FROM credit_entries WHERE person_id = ANY ((SELECT same_person($1))::uuid[])`;

// Of each group the newest target that has begun by the end of the year; of several groups the highest.
const TARGET = `
  SELECT max(t.hours_per_year)::float8 AS hours FROM (
    SELECT DISTINCT ON (group_id) hours_per_year FROM credit_targets
    WHERE valid_from <= $2::date AND group_id IN (SELECT group_id FROM memberships WHERE person_id = $1)
    ORDER BY group_id, valid_from DESC) t
  HAVING count(*) > 0`;

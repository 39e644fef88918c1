import { Injectable } from '@nestjs/common';
import { Sql } from '@himpun/database';
import { Clock } from '@himpun/kernel';
import type { EntityManager } from 'typeorm';
import type { Holidays } from '../review/working-days.policy';

const DAYS = `SELECT day::text AS day FROM (
    SELECT DISTINCT ON (day) day, is_working FROM (
      SELECT h.day, false AS is_working, 0 AS depth FROM holidays h WHERE h.country = coalesce(
        (SELECT d.country FROM review_desks d WHERE d.group_id = ANY ($1::uuid[]) ORDER BY array_position($1::uuid[], d.group_id) DESC LIMIT 1), 'ID')
      UNION ALL SELECT o.day, o.is_working, array_position($1::uuid[], o.group_id) FROM desk_days o WHERE o.group_id = ANY ($1::uuid[])) known
    ORDER BY day, depth DESC) nearest
  WHERE NOT is_working`;

/** What was read for a page may be this old: holidays are set months ahead. */
const KEPT_MS = 60_000;
const MOST_KEPT = 1_000;

/** On which days a group does not work: the holidays of its country, but as it or the nearest group above it keeps them. */
@Injectable()
export class WorkCalendars {
  private readonly kept = new Map<string, { until: number; days: Promise<Holidays> }>();

  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  /** As it was within the last minute, for pages that only tell. */
  of(groupPath: readonly string[]): Promise<Holidays> {
    const key = groupPath.join();
    const now = this.clock.now().getTime();
    const known = this.kept.get(key);
    if (known && known.until > now) return known.days;
    if (this.kept.size >= MOST_KEPT) this.kept.clear();
    const days = this.sql
      .rows<{ day: string }>(DAYS, [groupPath])
      .then((rows) => new Set(rows.map(({ day }) => day)));
    this.kept.set(key, { until: now + KEPT_MS, days });
    days.catch(() => this.kept.delete(key));
    return days;
  }

  /** A calendar was changed by this process. */
  forget(): void {
    this.kept.clear();
  }
}

/** As it is now, for verbs that promise something. @param groupPath the group and those above it, the highest first. */
export async function holidaysOf(tx: EntityManager, groupPath: readonly string[]): Promise<Holidays> {
  const rows: { day: string }[] = await tx.query(DAYS, [groupPath]);
  return new Set(rows.map(({ day }) => day));
}

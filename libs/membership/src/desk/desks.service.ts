import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Sql, Transactions } from '@himpun/database';
import { DomainError, forbidden, holdsPower, notFound, stale, type Actor } from '@himpun/kernel';
import type { EntityManager } from 'typeorm';
import { deskFaults, type DeskSettings, type OwnDay } from './desk.policy';
import { WorkCalendars } from './work-calendars.service';

/** A holiday of a country. */
export interface CountryHoliday {
  day: string;
  nameId: string;
  nameEn: string;
  /** Calculated, not decreed yet. */
  isExpected: boolean;
}

/** The desk of a group. */
export interface Desk extends DeskSettings {
  groupId: string;
  groupNameId: string;
  groupNameEn: string;
  /** 0 while the group follows the one above it. */
  version: number;
  /** Of its country. */
  holidays: CountryHoliday[];
}

interface Row extends Record<string, unknown> {
  groupId: string;
  groupNameId: string;
  groupNameEn: string;
  path: string[];
  version: number | null;
  country: string | null;
  checkingDays: number | null;
  judgingDays: number | null;
  escalationOfficeId: string | null;
  days: OwnDay[];
}

const POWER = 'rules.publish';

const DESK = `SELECT g.id AS "groupId", g.name_id AS "groupNameId", g.name_en AS "groupNameEn", g.path, d.version, d.country,
    d.checking_days AS "checkingDays", d.judging_days AS "judgingDays", d.escalation_office_id AS "escalationOfficeId",
    coalesce((SELECT json_agg(json_build_object('day', o.day::text, 'isWorking', o.is_working, 'name', o.name) ORDER BY o.day)
      FROM desk_days o WHERE o.group_id = g.id), '[]') AS days
  FROM groups g LEFT JOIN review_desks d ON d.group_id = g.id WHERE g.id = $1`;
const HOLIDAYS = `SELECT day::text AS day, name_id AS "nameId", name_en AS "nameEn", is_expected AS "isExpected"
  FROM holidays WHERE country = $1 ORDER BY day`;

/** How groups keep their promises: their calendar, the days of each stage, and who hears of broken ones. */
@Injectable()
export class Desks {
  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly calendars: WorkCalendars,
    private readonly audit: AuditTrail,
  ) {}

  /** The desk of a group whose rules the actor may change. @throws group.not_found, desk.forbidden */
  async of(actor: Actor, groupId: string): Promise<Desk> {
    const row = await this.sql.row<Row>(DESK, [groupId]);
    if (!row) throw notFound('group');
    if (!holdsPower(actor, POWER, row.path)) throw forbidden('desk');
    const country = row.country ?? 'ID';
    const { checkingDays: checking, judgingDays: judging } = row;
    return {
      groupId,
      groupNameId: row.groupNameId,
      groupNameEn: row.groupNameEn,
      version: row.version ?? 0,
      country,
      stageDays: checking === null || judging === null ? null : { checking, judging },
      escalationOfficeId: row.escalationOfficeId,
      days: row.days,
      holidays: await this.sql.rows<CountryHoliday & Record<string, unknown>>(HOLIDAYS, [country]),
    };
  }

  /**
   * Sets the desk of a group; cases that are promised already keep their day. @returns the new version.
   * @throws group.not_found, desk.forbidden, desk.invalid (reasons by field), desk.stale, office.mismatch
   */
  async arrange(actor: Actor, groupId: string, settings: DeskSettings, version: number): Promise<number> {
    const faults = deskFaults(settings);
    if (faults.length > 0) throw new DomainError('desk.invalid', INVALID, faults);
    const changed = await this.transactions.run(async (tx) => {
      const [group]: { path: string[] }[] = await tx.query(
        'SELECT path FROM groups WHERE id = $1 FOR NO KEY UPDATE',
        [groupId],
      );
      if (!group) throw notFound('group');
      if (!holdsPower(actor, POWER, group.path)) throw forbidden('desk');
      const [before]: Row[] = await tx.query(DESK, [groupId]);
      if ((before?.version ?? 0) !== version) throw stale('desk', { version: before?.version ?? 0 });
      await assertOffice(tx, settings.escalationOfficeId, group.path);
      await this.write(tx, groupId, settings);
      await this.audit.record(tx, actor, {
        action: 'desk.arranged',
        subjectType: 'group',
        subjectId: groupId,
        groupId,
        details: { ...settings },
      });
      return version + 1;
    });
    this.calendars.forget();
    return changed;
  }

  private async write(tx: EntityManager, groupId: string, settings: DeskSettings): Promise<void> {
    const { country, stageDays, escalationOfficeId, days } = settings;
    await tx.query(
      `INSERT INTO review_desks (group_id, country, checking_days, judging_days, escalation_office_id) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (group_id) DO UPDATE SET country = $2, checking_days = $3, judging_days = $4, escalation_office_id = $5,
         version = review_desks.version + 1`,
      [groupId, country, stageDays?.checking ?? null, stageDays?.judging ?? null, escalationOfficeId],
    );
    await tx.query('DELETE FROM desk_days WHERE group_id = $1', [groupId]);
    await tx.query(
      `INSERT INTO desk_days (group_id, day, is_working, name)
       SELECT $1, day, "isWorking", trim(name) FROM jsonb_to_recordset($2::jsonb) AS t (day date, "isWorking" boolean, name text)`,
      [groupId, JSON.stringify(days)],
    );
  }
}

/** An office of the group itself or of one above it. */
async function assertOffice(
  tx: EntityManager,
  officeId: string | null,
  path: readonly string[],
): Promise<void> {
  if (officeId === null) return;
  const found: unknown[] = await tx.query(
    'SELECT 1 FROM offices WHERE id = $1 AND group_id = ANY ($2::uuid[])',
    [officeId, path],
  );
  if (found.length === 0) throw new DomainError('office.mismatch', OTHER_OFFICE);
}

const INVALID = {
  id: 'Pengaturan ini belum benar. Perbaiki yang ditandai.',
  en: 'These settings are not right yet. Correct what is marked.',
};
const OTHER_OFFICE = {
  id: 'Pilih jabatan dari kelompok ini atau kelompok di atasnya.',
  en: 'Choose an office of this group or of one above it.',
};

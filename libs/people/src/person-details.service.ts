import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Sql } from '@himpun/database';
import { notFound, stale, type Actor, type LocalDate } from '@himpun/kernel';
import type { EntityManager } from 'typeorm';

/** What a person tells about themselves. */
export interface PersonalDetails {
  fullName: string;
  titleBefore: string | null;
  titleAfter: string | null;
  certificateName: string | null;
  birthDate: LocalDate | null;
  /** E.164. */
  phone: string | null;
}

export type KnownDetails = PersonalDetails & { version: number };

const DETAILS = `SELECT version, full_name AS "fullName", title_before AS "titleBefore", title_after AS "titleAfter",
  certificate_name AS "certificateName", birth_date::text AS "birthDate", phone FROM people WHERE id = $1`;

/** Names, birth date and phone of a person, changed by that person. */
@Injectable()
export class PersonDetails {
  constructor(
    private readonly sql: Sql,
    private readonly audit: AuditTrail,
  ) {}

  /** @param tx the transaction to read in, or null outside one. @throws person.not_found */
  async of(tx: EntityManager | null, personId: string): Promise<KnownDetails> {
    const rows: KnownDetails[] = tx
      ? await tx.query(DETAILS, [personId])
      : await this.sql.rows<KnownDetails & Record<string, unknown>>(DETAILS, [personId]);
    if (!rows[0]) throw notFound('person');
    return rows[0];
  }

  /**
   * Changes the details over the version that the writer saw; joins the caller's transaction. Returns the new version.
   * The same details again are no conflict. @throws person.not_found, person.stale (details: current)
   */
  async amend(
    tx: EntityManager,
    actor: Actor,
    personId: string,
    version: number,
    details: PersonalDetails,
  ): Promise<number> {
    await tx.query('SELECT 1 FROM people WHERE id = $1 FOR UPDATE', [personId]);
    const current = await this.of(tx, personId);
    const wanted = tidied(details);
    const changed = (Object.keys(wanted) as (keyof PersonalDetails)[]).filter(
      (field) => current[field] !== wanted[field],
    );
    if (changed.length === 0) return current.version;
    if (current.version !== version) throw stale('person', { ...current });
    await tx.query(
      `UPDATE people SET version = version + 1, full_name = $2, title_before = $3, title_after = $4,
         certificate_name = $5, birth_date = $6, phone = $7 WHERE id = $1`,
      [
        personId,
        wanted.fullName,
        wanted.titleBefore,
        wanted.titleAfter,
        wanted.certificateName,
        wanted.birthDate,
        wanted.phone,
      ],
    );
    await this.audit.record(tx, actor, {
      action: 'person.amended',
      subjectType: 'person',
      subjectId: personId,
      details: { fields: changed },
    });
    return version + 1;
  }
}

function tidied(details: PersonalDetails): PersonalDetails {
  const text = (value: string | null): string | null => value?.normalize('NFC').trim() || null;
  return {
    fullName: details.fullName.normalize('NFC').trim(),
    titleBefore: text(details.titleBefore),
    titleAfter: text(details.titleAfter),
    certificateName: text(details.certificateName),
    birthDate: details.birthDate,
    phone: details.phone,
  };
}

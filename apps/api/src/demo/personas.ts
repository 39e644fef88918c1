import { Injectable } from '@nestjs/common';
import { Sql } from '@himpun/database';
import { notFound } from '@himpun/kernel';

/** The people of the demonstration association that anybody may be. */
export const PERSONA_KEYS = [
  'applicant',
  'verification_officer',
  'chair',
  'trainer',
  'member',
  'volunteer',
] as const;
export type PersonaKey = (typeof PERSONA_KEYS)[number];

/** A persona as it is stored by the demonstration's seed. */
export interface PersonaLine {
  key: PersonaKey;
  fullName: string;
  roleId: string;
  roleEn: string;
  descriptionId: string;
  descriptionEn: string;
}

/** Reads the personas that the demonstration's seed wrote; `DemoGuard` keeps everybody else away. */
@Injectable()
export class Personas {
  constructor(private readonly sql: Sql) {}

  list(): Promise<PersonaLine[]> {
    return this.sql.rows<PersonaLine & Record<string, unknown>>(
      `SELECT d.key, p.full_name AS "fullName", d.role_id AS "roleId", d.role_en AS "roleEn",
              d.description_id AS "descriptionId", d.description_en AS "descriptionEn"
       FROM demo_personas d JOIN accounts a ON a.id = d.account_id JOIN people p ON p.id = a.person_id
       ORDER BY d.position`,
    );
  }

  /** The account of a persona. @throws DomainError persona.not_found */
  async accountOf(key: PersonaKey): Promise<string> {
    const row = await this.sql.row<{ accountId: string }>(
      'SELECT account_id AS "accountId" FROM demo_personas WHERE key = $1',
      [key],
    );
    if (!row) throw notFound('persona');
    return row.accountId;
  }
}

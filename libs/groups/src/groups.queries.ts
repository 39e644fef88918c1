import { Injectable } from '@nestjs/common';
import { notFound } from '@himpun/kernel';
import { Sql } from '@himpun/database';
import type { GroupKind } from './group.entity';

/** A group as other rooms read it. */
export interface GroupSummary {
  id: string;
  parentId: string | null;
  path: string[];
  kind: GroupKind;
  slug: string;
  nameId: string;
  nameEn: string;
  shortName: string;
  aboutId: string;
  aboutEn: string;
  zone: string;
  primaryColor: string | null;
  logoFileId: string | null;
  contactEmail: string | null;
}

const COLUMNS = `id, parent_id AS "parentId", path, kind, slug, name_id AS "nameId", name_en AS "nameEn",
  short_name AS "shortName", about_id AS "aboutId", about_en AS "aboutEn", zone, primary_color AS "primaryColor",
  logo_file_id AS "logoFileId", contact_email AS "contactEmail"`;

/** Reads of the tree. */
@Injectable()
export class GroupQueries {
  constructor(private readonly sql: Sql) {}

  /** @throws group.not_found */
  async get(id: string): Promise<GroupSummary> {
    const row = await this.sql.row<GroupSummary & Record<string, unknown>>(
      `SELECT ${COLUMNS} FROM groups WHERE id = $1`,
      [id],
    );
    if (!row) throw notFound('group');
    return row;
  }

  /** All groups, parents before children. */
  all(): Promise<GroupSummary[]> {
    return this.sql.rows<GroupSummary & Record<string, unknown>>(
      `SELECT ${COLUMNS} FROM groups ORDER BY array_length(path, 1), name_id`,
    );
  }
}

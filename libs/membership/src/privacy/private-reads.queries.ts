import { Injectable } from '@nestjs/common';
import { Sql } from '@himpun/database';
import type { PrivateSubject } from '@himpun/vault';

/** One look at what is private, as its owner sees it. */
export interface ReadOfMine {
  id: string;
  at: Date;
  subjectType: PrivateSubject;
  /** The file's name, the kind of the national id; null where it is gone. */
  subjectName: string | null;
  readerKind: 'person' | 'system';
  /** A person's name then, or the source that was asked. */
  reader: string;
  reason: string;
  groupNameId: string | null;
  groupNameEn: string | null;
  /** Reference of the application that it was for. */
  reference: string | null;
}

/** What its owner may know of who looked at what is private. */
@Injectable()
export class PrivateReadQueries {
  constructor(private readonly sql: Sql) {}

  /** Newest first, with how many there are. */
  async ofOwner(
    personId: string,
    page: { page: number; pageSize: number },
  ): Promise<{ items: ReadOfMine[]; total: number }> {
    const [items, count] = await Promise.all([
      this.sql.rows<ReadOfMine & Record<string, unknown>>(
        `SELECT r.id, r.at, r.subject_type AS "subjectType",
           CASE r.subject_type WHEN 'file' THEN f.name WHEN 'national_id' THEN n.kind END AS "subjectName",
           r.reader_kind AS "readerKind", r.reader_label AS reader, r.reason,
           g.name_id AS "groupNameId", g.name_en AS "groupNameEn", a.reference
         FROM private_reads r
         LEFT JOIN files f ON r.subject_type = 'file' AND f.id = r.subject_id AND f.deleted_at IS NULL
         LEFT JOIN national_ids n ON r.subject_type = 'national_id' AND n.id = r.subject_id
         LEFT JOIN groups g ON g.id = r.group_id
         LEFT JOIN applications a ON r.origin_type = 'application' AND a.id = r.origin_id
           AND a.person_id = $1
         WHERE r.owner_person_id = ANY ((SELECT same_person($1))::uuid[]) ORDER BY r.id DESC LIMIT $2 OFFSET $3`,
        [personId, page.pageSize, (page.page - 1) * page.pageSize],
      ),
      this.sql.row<{ total: number }>(
        'SELECT count(*)::int AS total FROM private_reads WHERE owner_person_id = ANY ((SELECT same_person($1))::uuid[])',
        [personId],
      ),
    ]);
    return { items, total: count?.total ?? 0 };
  }
}

import { Injectable } from '@nestjs/common';
import { Sql } from '@himpun/database';
import type { Requirement } from '@himpun/groups';
import { notFound, type Actor, type Bilingual, type Language } from '@himpun/kernel';
import { isApplicant } from '../application/application.access';
import type { SubmittedContent } from '../application/submitted-content';
import { copySections } from './copy-content';
import { copyPdf } from './copy-paper';

interface Row extends Record<string, unknown> {
  personId: string;
  reference: string;
  submittedAt: Date;
  dueOn: string | null;
  groupName: Bilingual;
  gradeName: Bilingual;
  groupColor: string | null;
  contactEmail: string | null;
  zone: string;
  content: SubmittedContent;
  requirements: Requirement[];
}

const LAST_SENT = `SELECT a.person_id AS "personId", a.reference, s.submitted_at AS "submittedAt",
    CASE WHEN a.state = 'submitted' THEN a.due_on::text END AS "dueOn",
    json_build_object('id', g.name_id, 'en', g.name_en) AS "groupName",
    json_build_object('id', t.name_id, 'en', t.name_en) AS "gradeName",
    g.primary_color AS "groupColor", g.contact_email AS "contactEmail", g.zone, s.content, r.requirements
  FROM applications a JOIN groups g ON g.id = a.group_id JOIN grades t ON t.id = a.grade_id
  JOIN LATERAL (SELECT * FROM application_submissions WHERE application_id = a.id ORDER BY number DESC LIMIT 1) s ON true
  JOIN admission_rules r ON r.id = s.rule_id
  WHERE a.id = $1`;

/** What an applicant sent in, to keep: made when asked for from the submission, which never changes. */
@Injectable()
export class ApplicationCopies {
  constructor(private readonly sql: Sql) {}

  /** A4, of the last submission. @throws application_copy.not_found for everybody else, and before anything was sent */
  async pdf(actor: Actor, applicationId: string, language: Language): Promise<Buffer> {
    const row = await this.sql.row<Row>(LAST_SENT, [applicationId]);
    if (!row || !isApplicant(actor, row)) throw notFound('application_copy');
    const fileNames = await this.namesOf(row.content);
    return copyPdf({ ...row, sections: copySections({ ...row, fileNames }, language), language });
  }

  private async namesOf({ credentials }: SubmittedContent): Promise<Record<string, string>> {
    const ids = Object.values(credentials ?? {})
      .flat()
      .flatMap(({ evidenceFileIds }) => evidenceFileIds);
    if (ids.length === 0) return {};
    const rows = await this.sql.rows<{ id: string; name: string }>(
      'SELECT id, name FROM files WHERE id = ANY ($1::uuid[])',
      [ids],
    );
    return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
  }
}

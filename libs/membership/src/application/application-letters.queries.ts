import { Injectable } from '@nestjs/common';
import { Sql } from '@himpun/database';
import type { Bilingual } from '@himpun/kernel';
import type { Returned } from './application.entity';
import type { ApplicationState } from './application.states';

/** What a letter to the applicant names. */
export interface ApplicationLetter {
  applicationId: string;
  personId: string;
  reference: string;
  groupNameId: string;
  groupNameEn: string;
  state: ApplicationState;
  /** The last day of the promised decision, `YYYY-MM-DD`. */
  dueOn: string | null;
  contactEmail: string | null;
  returned: Returned | null;
  /** What each requirement is called, by its id. */
  titles: Readonly<Record<string, Bilingual>>;
}

/** For the worker's mails about applications; null where the application is gone. */
@Injectable()
export class ApplicationLetters {
  constructor(private readonly sql: Sql) {}

  of(applicationId: string): Promise<ApplicationLetter | null> {
    return this.sql.row<ApplicationLetter & Record<string, unknown>>(
      `SELECT a.id AS "applicationId", a.person_id AS "personId", a.reference, a.state,
              g.name_id AS "groupNameId", g.name_en AS "groupNameEn", a.due_on::text AS "dueOn",
              g.contact_email AS "contactEmail", a.returned,
              (SELECT jsonb_object_agg(q->>'id', q->'title') FROM jsonb_array_elements(r.requirements) q) AS titles
       FROM applications a JOIN groups g ON g.id = a.group_id JOIN admission_rules r ON r.id = a.rule_id
       WHERE a.id = $1`,
      [applicationId],
    );
  }
}

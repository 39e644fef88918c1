import { Injectable } from '@nestjs/common';
import { Sql } from '@himpun/database';
import type { ApplicationState } from './application.states';

/** What a letter to the applicant names. */
export interface ApplicationLetter {
  applicationId: string;
  personId: string;
  reference: string;
  groupNameId: string;
  groupNameEn: string;
  state: ApplicationState;
}

/** For the worker's mails about applications; null where the application is gone. */
@Injectable()
export class ApplicationLetters {
  constructor(private readonly sql: Sql) {}

  of(applicationId: string): Promise<ApplicationLetter | null> {
    return this.sql.row<ApplicationLetter & Record<string, unknown>>(
      `SELECT a.id AS "applicationId", a.person_id AS "personId", a.reference, a.state,
              g.name_id AS "groupNameId", g.name_en AS "groupNameEn"
       FROM applications a JOIN groups g ON g.id = a.group_id WHERE a.id = $1`,
      [applicationId],
    );
  }
}

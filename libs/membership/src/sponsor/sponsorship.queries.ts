import { Injectable } from '@nestjs/common';
import { Sql } from '@himpun/database';
import { Clock, notFound, type Actor } from '@himpun/kernel';
import { isApplicant } from '../application/application.access';
import { CaseReaders } from '../review/case-readers.service';
import type { SponsorshipState } from './sponsor.states';

/** A named sponsor as the applicant sees it: whoever declined, did not answer or never was a member looks alike. */
export interface NamedSponsor {
  id: string;
  requirementId: string;
  /** As it was typed. */
  named: string;
  state: 'asked' | 'confirmed' | 'unavailable';
  /** Until when an answer is waited for. */
  expiresAt: Date;
}

/** A question to oneself. */
export interface OwnSponsorship {
  id: string;
  applicantName: string;
  groupNameId: string;
  groupNameEn: string;
  gradeNameId: string;
  gradeNameEn: string;
  /** `withdrawn` also where the application is closed. */
  state: SponsorshipState;
  askedAt: Date;
  expiresAt: Date;
  endedAt: Date | null;
}

/** A sponsor as reviewers see one. */
export interface CaseSponsor {
  id: string;
  requirementId: string;
  named: string;
  state: SponsorshipState;
  /** Null where nobody in good standing has this number or address. */
  fullName: string | null;
  memberNumber: string | null;
  askedAt: Date;
  endedAt: Date | null;
  declineReason: string | null;
}

/** What a mail to a sponsor or their applicant names. */
export interface SponsorLetter {
  sponsorId: string | null;
  sponsorName: string | null;
  applicantId: string;
  applicantName: string;
  applicationId: string;
  requirementId: string;
  reference: string;
  state: SponsorshipState;
  named: string;
  expiresAt: Date;
  groupNameId: string;
  groupNameEn: string;
  zone: string;
}

const STATE = `CASE WHEN s.state = 'asked' AND s.expires_at <= $2 THEN 'expired' ELSE s.state END AS state`;

/** Reads of sponsorships, each reader their own. */
@Injectable()
export class SponsorshipQueries {
  constructor(
    private readonly sql: Sql,
    private readonly readers: CaseReaders,
    private readonly clock: Clock,
  ) {}

  /** For the applicant, in the order of naming. @throws application.not_found */
  async named(actor: Actor, applicationId: string): Promise<NamedSponsor[]> {
    const own = await this.sql.row<{ personId: string }>(
      'SELECT person_id AS "personId" FROM applications WHERE id = $1',
      [applicationId],
    );
    if (!own || !isApplicant(actor, own)) throw notFound('application');
    const rows = await this.sql.rows<Omit<NamedSponsor, 'state'> & { state: string }>(
      `SELECT s.id, s.requirement_id AS "requirementId", s.named, ${STATE}, s.expires_at AS "expiresAt" FROM sponsorships s
       WHERE s.application_id = $1 AND s.state <> 'withdrawn' ORDER BY s.id`,
      [applicationId, this.clock.now()],
    );
    return rows.map(({ state, ...row }) => ({
      ...row,
      state: state === 'asked' || state === 'confirmed' ? state : 'unavailable',
    }));
  }

  /** Questions to oneself: open ones first, then the newest; at most a hundred. */
  mine(personId: string): Promise<OwnSponsorship[]> {
    return this.sql.rows<OwnSponsorship & Record<string, unknown>>(
      `SELECT s.id, p.full_name AS "applicantName", g.name_id AS "groupNameId", g.name_en AS "groupNameEn",
         t.name_id AS "gradeNameId", t.name_en AS "gradeNameEn", ${STATE}, s.created_at AS "askedAt",
         s.expires_at AS "expiresAt", s.ended_at AS "endedAt"
       FROM sponsorships s JOIN applications a ON a.id = s.application_id JOIN people p ON p.id = a.person_id
         JOIN groups g ON g.id = a.group_id JOIN grades t ON t.id = a.grade_id
       WHERE s.person_id = $1 ORDER BY (s.state = 'asked' AND s.expires_at > $2) DESC, s.id DESC LIMIT 100`,
      [personId, this.clock.now()],
    );
  }

  /** For the officers of the case. @throws application.not_found, application.forbidden */
  async ofCase(actor: Actor, applicationId: string): Promise<CaseSponsor[]> {
    await this.readers.assertMayRead(actor, applicationId);
    return this.sql.rows<CaseSponsor & Record<string, unknown>>(
      `SELECT s.id, s.requirement_id AS "requirementId", s.named, ${STATE}, p.full_name AS "fullName",
         m.number AS "memberNumber", s.created_at AS "askedAt", s.ended_at AS "endedAt", s.decline_reason AS "declineReason"
       FROM sponsorships s LEFT JOIN people p ON p.id = s.person_id LEFT JOIN memberships m ON m.id = s.membership_id
       WHERE s.application_id = $1 ORDER BY s.id`,
      [applicationId, this.clock.now()],
    );
  }

  /** For the worker's mails; null where it is gone. */
  letter(sponsorshipId: string): Promise<SponsorLetter | null> {
    return this.sql.row<SponsorLetter & Record<string, unknown>>(
      `SELECT s.person_id AS "sponsorId", o.full_name AS "sponsorName", a.person_id AS "applicantId", p.full_name AS "applicantName", a.id AS "applicationId",
         s.requirement_id AS "requirementId", a.reference, ${STATE}, s.named, s.expires_at AS "expiresAt",
         g.name_id AS "groupNameId", g.name_en AS "groupNameEn", g.zone
       FROM sponsorships s JOIN applications a ON a.id = s.application_id JOIN people p ON p.id = a.person_id
         JOIN groups g ON g.id = a.group_id LEFT JOIN people o ON o.id = s.person_id WHERE s.id = $1`,
      [sponsorshipId, this.clock.now()],
    );
  }
}

import { Injectable } from '@nestjs/common';
import { Sql } from '@himpun/database';
import { Clock } from '@himpun/kernel';

/** What rests on a credential: an application, and the membership that came of it. */
export interface CredentialUse extends Record<string, unknown> {
  credentialId: string;
  applicationId: string;
  reference: string;
  applicationState: string;
  groupNameId: string;
  groupNameEn: string;
  /** Null where no membership came of it. */
  memberNumber: string | null;
  membershipStatus: string | null;
  /** Another credential has taken its place there. */
  isPast: boolean;
}

/** A case about a credential, as its holder reads it. */
export interface OwnCase extends Record<string, unknown> {
  credentialId: string;
  openedAt: Date;
  change: string;
  settledAt: Date | null;
  verdict: string | null;
  settledReason: string | null;
  groupNameId: string;
  groupNameEn: string;
}

/** What depends on people's credentials. */
@Injectable()
export class CredentialUses {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  /** Everything that rests on the person's credentials, whole or in the place of one that was offered. */
  of(personId: string): Promise<CredentialUse[]> {
    return this.sql.rows<CredentialUse>(USES, [personId, this.clock.now()]);
  }

  /** The cases about the person's credentials, newest first. */
  cases(personId: string): Promise<OwnCase[]> {
    return this.sql.rows<OwnCase>(CASES, [personId]);
  }
}

/** $1 person, $2 now. */
const USES = `
  WITH RECURSIVE used AS (
    SELECT o.credential_id, o.application_id, a.group_id FROM application_credentials o
    JOIN applications a ON a.id = o.application_id WHERE a.person_id = $1
    UNION SELECT n.credential_id, u.application_id, u.group_id FROM used u JOIN credential_renewals n
      ON n.follows_id = u.credential_id AND n.group_id = u.group_id AND n.confirmed_at IS NOT NULL)
  SELECT u.credential_id AS "credentialId", a.id AS "applicationId", a.reference, a.state AS "applicationState",
    g.name_id AS "groupNameId", g.name_en AS "groupNameEn", m.number AS "memberNumber",
    (SELECT d.status FROM membership_periods d WHERE d.membership_id = m.id AND d.starts_at <= $2
      AND (d.ends_at IS NULL OR d.ends_at > $2)) AS "membershipStatus",
    EXISTS (SELECT 1 FROM credential_renewals n WHERE n.follows_id = u.credential_id AND n.group_id = u.group_id
      AND n.confirmed_at IS NOT NULL) AS "isPast"
  FROM used u JOIN applications a ON a.id = u.application_id JOIN groups g ON g.id = u.group_id
  LEFT JOIN memberships m ON m.application_id = a.id
  ORDER BY u.credential_id, a.id`;

/** $1 person. */
const CASES = `
  SELECT s.credential_id AS "credentialId", s.created_at AS "openedAt", s.change, s.settled_at AS "settledAt", s.verdict,
    s.settled_reason AS "settledReason", g.name_id AS "groupNameId", g.name_en AS "groupNameEn"
  FROM standing_cases s JOIN memberships m ON m.id = s.membership_id JOIN groups g ON g.id = m.group_id
  WHERE m.person_id = $1 AND s.credential_id IS NOT NULL ORDER BY s.created_at DESC LIMIT 200`;

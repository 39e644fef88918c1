import { Injectable } from '@nestjs/common';
import { Sql } from '@himpun/database';
import type { CredentialKind } from '../credential/claim';

/** What a group believes an issuer. */
export interface IssuerTrust extends Record<string, unknown> {
  id: string;
  groupId: string;
  issuer: string;
  name: string;
  kinds: CredentialKind[];
  keyThumbprints: string[];
  listIssuers: string[];
  /** PEM; null for an issuer that is no root certificate. */
  rootCertificate: string | null;
  signers: string[];
}

/** One line of the list of issuers, ended ones too. */
export interface IssuerLine extends IssuerTrust {
  createdAt: Date;
  reason: string;
  endedAt: Date | null;
  endedReason: string | null;
}

const COLUMNS = `t.id, t.group_id AS "groupId", t.issuer, t.name, t.kinds, t.key_thumbprints AS "keyThumbprints",
  t.list_issuers AS "listIssuers",
  t.root_certificate AS "rootCertificate", t.signers`;

/** Reads of the list of trusted issuers. */
@Injectable()
export class TrustedIssuerQueries {
  constructor(private readonly sql: Sql) {}

  /** Who is believed now, by the group or one above it; the nearest group's word first. */
  trustedBy(groupId: string): Promise<IssuerTrust[]> {
    return this.sql.rows<IssuerTrust>(
      `SELECT ${COLUMNS} FROM trusted_issuers t JOIN groups g ON t.group_id = ANY (g.path)
       WHERE g.id = $1 AND t.ended_at IS NULL ORDER BY array_position(g.path, t.group_id) DESC`,
      [groupId],
    );
  }

  /** The group's own list, those believed now first, then the newest. */
  listOf(groupId: string): Promise<IssuerLine[]> {
    return this.sql.rows<IssuerLine>(
      `SELECT ${COLUMNS}, t.created_at AS "createdAt", t.reason, t.ended_at AS "endedAt",
         t.ended_reason AS "endedReason"
       FROM trusted_issuers t WHERE t.group_id = $1 ORDER BY t.ended_at DESC NULLS FIRST, t.created_at DESC LIMIT 500`,
      [groupId],
    );
  }
}

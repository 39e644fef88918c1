import { Injectable } from '@nestjs/common';
import { Sql } from '@himpun/database';
import { notFound, type Actor } from '@himpun/kernel';
import { CLAIM_JSON } from './claim-json.sql';
import type { Claim, CredentialKind, SignedReading } from './claim';
import { maySeeCredential } from './credential.access';
import type { CredentialState } from './credential.states';

/** A file bound to a credential. */
export interface EvidenceLine {
  id: string;
  name: string;
  mediaType: string;
  size: number;
}

/** A credential as people read it. */
export interface CredentialLine extends Record<string, unknown> {
  id: string;
  version: number;
  personId: string;
  kind: CredentialKind;
  state: CredentialState;
  claim: Claim;
  signed: SignedReading | null;
  evidence: EvidenceLine[];
  groupPaths: string[][];
}

/** Reads of credentials. */
@Injectable()
export class CredentialQueries {
  constructor(private readonly sql: Sql) {}

  /** The actor's own, withdrawn ones left out, oldest first. */
  mine(actor: Actor): Promise<CredentialLine[]> {
    return this.sql.rows<CredentialLine>(
      `${SELECT} WHERE c.person_id = $1 AND c.state <> 'withdrawn' ORDER BY c.id`,
      [actor.personId],
    );
  }

  /** @throws credential.not_found, also for who may not see it */
  async get(actor: Actor, id: string): Promise<CredentialLine> {
    const row = await this.sql.row<CredentialLine>(`${SELECT} WHERE c.id = $1 AND c.state <> 'withdrawn'`, [
      id,
    ]);
    if (!row || !maySeeCredential(actor, row)) throw notFound('credential');
    return row;
  }

  /** The signed credential itself, as it was brought. @throws credential.not_found */
  async signedText(actor: Actor, id: string): Promise<{ text: string; container: string }> {
    await this.get(actor, id);
    const row = await this.sql.row<{ text: string; container: string }>(
      'SELECT signed_text AS text, signed_container AS container FROM credentials WHERE id = $1 AND signed_text IS NOT NULL',
      [id],
    );
    if (!row) throw notFound('credential');
    return row;
  }
}

const SELECT = `
  SELECT c.id, c.version, c.person_id AS "personId", c.kind, c.state, ${CLAIM_JSON} AS claim, c.signed_facts AS signed,
    coalesce((SELECT jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type, 'size', f.size)
        ORDER BY e.created_at, f.id)
      FROM credential_evidence e JOIN files f ON f.id = e.file_id AND f.deleted_at IS NULL
      WHERE e.credential_id = c.id), '[]') AS evidence,
    coalesce((SELECT jsonb_agg(DISTINCT to_jsonb(g.path)) FROM checks k JOIN groups g ON g.id = k.group_id
      WHERE k.credential_id = c.id), '[]') AS "groupPaths"
  FROM credentials c`;

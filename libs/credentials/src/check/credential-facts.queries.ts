import { Injectable } from '@nestjs/common';
import { Sql } from '@himpun/database';
import type { EntityManager } from 'typeorm';
import type { Claim, CredentialKind } from '../credential/claim';
import { CLAIM_JSON } from '../credential/claim-json.sql';
import type { CheckFact, CredentialFact } from './credential-fact';
import { standingOf } from './standing.policy';

/** Credentials as rules of admission see them. */
@Injectable()
export class CredentialFacts {
  constructor(private readonly sql: Sql) {}

  /**
   * The credentials of a person, withdrawn ones left out, each with the checks of its present version.
   * @param tx the transaction to read in, or null outside one.
   * @param credentialIds only these; all when absent.
   */
  async of(
    tx: EntityManager | null,
    personId: string,
    credentialIds: readonly string[] | null = null,
  ): Promise<CredentialFact[]> {
    const values = [personId, credentialIds];
    const rows = tx
      ? await tx.query<FactRow[]>(FACTS, values)
      : await this.sql.rows<FactRow & Record<string, unknown>>(FACTS, values);
    return rows.map(factOf);
  }
}

interface FactRow {
  id: string;
  version: number;
  kind: CredentialKind;
  claim: Claim;
  checks: (Omit<CheckFact, 'endedAt'> & { endedAt: string | null })[];
  files: string[];
  signed: boolean;
}

function factOf(row: FactRow): CredentialFact {
  return {
    credentialId: row.id,
    version: row.version,
    kind: row.kind,
    claim: row.claim,
    standing: standingOf(row.checks),
    checks: row.checks.map((check) => ({
      ...check,
      endedAt: check.endedAt === null ? null : new Date(check.endedAt),
    })),
    evidenceFileIds: row.files,
    signed: row.signed,
  };
}

// One newest check per source: a credential shown to two groups has been asked about twice. A re-check takes the place of what
// was verified only with a source's plain word, or a person's: silence, and what reads differently, takes nothing from anybody.
const FACTS = `
  SELECT c.id, c.version, c.kind, c.signed_text IS NOT NULL AS signed, ${CLAIM_JSON} AS claim,
    coalesce((
      SELECT jsonb_agg(jsonb_build_object('id', k.id, 'source', k.source, 'runState', k.run_state,
        'outcome', k.outcome, 'action', k.action, 'endedAt', k.ended_at) ORDER BY k.id)
      FROM (SELECT DISTINCT ON (source) * FROM checks
            WHERE credential_id = c.id AND credential_version = c.version AND (origin_type <> 'recheck' OR action = 'done'
              OR outcome IN ('match', 'expired', 'revoked', 'suspended')) ORDER BY source, id DESC) k), '[]') AS checks,
    ARRAY(SELECT e.file_id FROM credential_evidence e WHERE e.credential_id = c.id ORDER BY e.created_at) AS files
  FROM credentials c
  WHERE c.person_id = $1 AND c.state <> 'withdrawn' AND ($2::uuid[] IS NULL OR c.id = ANY ($2::uuid[]))
  ORDER BY c.id`;

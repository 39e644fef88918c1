import { Injectable } from '@nestjs/common';
import { forbidden, notFound, type Actor } from '@himpun/kernel';
import type { EntityManager } from 'typeorm';
import { conflictRefusal, mayReviewCheck, maySeeCheck } from '../check/check.access';
import type { ConflictsOf } from '../check/check-reviews.service';
import type { CheckAction, CheckOutcome, RunState } from '../check/check.states';
import type { Claim, CredentialKind } from '../credential/claim';
import { ISSUER_ATTESTATION } from './attestation-check.sql';

/** A check with all that judging it needs. */
export interface JudgedCheck {
  id: string;
  credentialId: string;
  personId: string;
  fullName: string;
  groupId: string;
  groupPath: string[];
  originType: string;
  originId: string;
  source: string;
  kind: CredentialKind;
  claim: Claim;
  runState: RunState;
  outcome: CheckOutcome | null;
  action: CheckAction;
}

const SELECT = `
  SELECT k.id, k.credential_id AS "credentialId", k.person_id AS "personId", p.full_name AS "fullName",
    k.group_id AS "groupId", g.path AS "groupPath", k.origin_type AS "originType", k.origin_id AS "originId", k.source,
    k.claim->>'kind' AS kind, k.claim - 'kind' AS claim, k.run_state AS "runState", k.outcome, k.action
  FROM checks k JOIN groups g ON g.id = k.group_id JOIN people p ON p.id = k.person_id`;

/** Checks as those who act on them find them; each is locked until the transaction ends. */
@Injectable()
export class JudgedChecks {
  /** @throws check.not_found, check.forbidden: for a case of one's own, or with a declared conflict of interest */
  async forActor(
    tx: EntityManager,
    actor: Actor,
    checkId: string,
    conflictsOf: ConflictsOf,
  ): Promise<JudgedCheck> {
    const [check]: JudgedCheck[] = await tx.query(`${SELECT} WHERE k.id = $1 FOR UPDATE OF k`, [checkId]);
    if (!check || !maySeeCheck(actor, check)) throw notFound('check');
    if (!mayReviewCheck(actor, check)) throw forbidden('check');
    const refusal = conflictRefusal(actor, await conflictsOf(tx, check));
    if (refusal) throw forbidden('check', refusal);
    return check;
  }

  /** One check of each claim of an origin whose issuer was never asked. */
  unasked(tx: EntityManager, originType: string, originId: string): Promise<JudgedCheck[]> {
    return tx.query(
      `${SELECT} WHERE k.id IN (
         SELECT DISTINCT ON (c.credential_id) c.id FROM checks c JOIN credentials r
           ON r.id = c.credential_id AND r.version = c.credential_version
         WHERE c.origin_type = $1 AND c.origin_id = $2 AND NOT EXISTS (
           SELECT 1 FROM checks a WHERE a.credential_id = c.credential_id AND a.credential_version = c.credential_version
             AND a.origin_type = c.origin_type AND a.origin_id = c.origin_id AND a.source = $3)
         ORDER BY c.credential_id, c.id)
       ORDER BY k.id FOR UPDATE OF k`,
      [originType, originId, ISSUER_ATTESTATION],
    );
  }
}

import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Clock, newId, notFound, type Actor } from '@himpun/kernel';
import { Outbox } from '@himpun/outbox';
import type { EntityManager } from 'typeorm';
import type { Claim, CredentialKind } from '../credential/claim';
import { CLAIM_JSON } from '../credential/claim-json.sql';
import { CheckSources } from '../source/check-sources';
import { sourcesOf } from './group-coverage';
import { requestedCheck, type RequestedCheck } from './requested-check.policy';

/** What is to be checked, for whom and why. */
export interface CheckOrder {
  credentialIds: readonly string[];
  /** The group whose registers and trusted issuers count. */
  groupId: string;
  /** e.g. `application`. */
  originType: string;
  originId: string;
}

/** Asks the sources about credentials: one check per credential, version, source and origin. */
@Injectable()
export class Checks {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly sources: CheckSources,
  ) {}

  /**
   * Presents the credentials (they are fixed from now on) and starts their checks; joins the caller's transaction.
   * Asking again for the same version and origin changes nothing. Announces `credentials.check_requested` for each new
   * check that a source can take; what no source covers waits for a person at once.
   * @returns the ids of all checks of these credentials for this origin.
   * @throws credential.not_found for one that does not exist or was withdrawn
   */
  async requestFor(tx: EntityManager, actor: Actor, order: CheckOrder): Promise<string[]> {
    if (order.credentialIds.length === 0) return [];
    const presented = await this.present(tx, order.credentialIds);
    const group = await sourcesOf(tx, order.groupId);
    const wanted = presented.flatMap((credential) =>
      this.sources
        .covering(credential.claim, {
          kind: credential.kind,
          signed: credential.signed,
          ...group,
        })
        .map((source) => requestedCheck(newId(), credential, source)),
    );
    const made = await this.insert(tx, order, wanted);
    await this.outbox.announceAll(
      tx,
      made
        .filter(({ runState }) => runState === 'queued')
        .map(({ id, source }) => ({ type: 'credentials.check_requested', payload: { checkId: id, source } })),
    );
    if (made.length > 0) {
      await this.audit.record(tx, actor, {
        action: 'checks.requested',
        subjectType: order.originType,
        subjectId: order.originId,
        groupId: order.groupId,
        details: { checks: made.map(({ id, source }) => ({ id, source })) },
      });
    }
    return idsOf(tx, order);
  }

  private async present(tx: EntityManager, ids: readonly string[]): Promise<PresentedCredential[]> {
    const [rows] = await tx.query<[PresentedCredential[], number]>(
      `UPDATE credentials c SET state = 'presented' WHERE c.id = ANY ($1::uuid[]) AND c.state <> 'withdrawn'
       RETURNING c.id, c.version, c.person_id AS "personId", c.kind, c.signed_text IS NOT NULL AS signed,
         ${CLAIM_JSON} AS claim`,
      [ids],
    );
    if (rows.length !== new Set(ids).size) throw notFound('credential');
    return rows;
  }

  private async insert(
    tx: EntityManager,
    order: CheckOrder,
    wanted: readonly RequestedCheck[],
  ): Promise<RequestedCheck[]> {
    const rows: { id: string }[] = await tx.query(
      `INSERT INTO checks (id, created_at, credential_id, credential_version, person_id, group_id, origin_type, origin_id,
         source, claim, run_state, action, reasons, ended_at)
       SELECT w.id, $2::timestamptz, w."credentialId", w."credentialVersion", w."personId", $3::uuid, $4::text, $5::uuid, w.source, w.claim, w."runState",
         w.action, w.reasons, CASE w."runState" WHEN 'queued' THEN NULL ELSE $2::timestamptz END
       FROM jsonb_to_recordset($1::jsonb) AS w (id uuid, "credentialId" uuid, "credentialVersion" int, "personId" uuid,
         source text, claim jsonb, "runState" text, action text, reasons jsonb)
       ON CONFLICT ON CONSTRAINT checks_once DO NOTHING RETURNING id`,
      [JSON.stringify(wanted), this.clock.now(), order.groupId, order.originType, order.originId],
    );
    const made = new Set(rows.map(({ id }) => id));
    return wanted.filter(({ id }) => made.has(id));
  }
}

/** A credential as `present` finds it. */
interface PresentedCredential {
  id: string;
  version: number;
  personId: string;
  kind: CredentialKind;
  signed: boolean;
  claim: Claim;
}

async function idsOf(tx: EntityManager, order: CheckOrder): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `SELECT k.id FROM checks k JOIN credentials c ON c.id = k.credential_id AND c.version = k.credential_version
     WHERE k.origin_type = $1 AND k.origin_id = $2 AND k.credential_id = ANY ($3::uuid[]) ORDER BY k.id`,
    [order.originType, order.originId, order.credentialIds],
  );
  return rows.map(({ id }) => id);
}

import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Transactions } from '@himpun/database';
import { FileSights } from '@himpun/files';
import { Clock, newId, notFound, type Actor } from '@himpun/kernel';
import { Outbox } from '@himpun/outbox';
import type { EntityManager } from 'typeorm';
import { Checks } from '../check/check-requests.service';
import { mayAmendCredential } from '../credential/credential.access';
import { Credential } from '../credential/credential.entity';
import { claimOf, Credentials } from '../credential/credentials.service';
import { CredentialRenewal } from './credential-renewal.entity';
import { renewalRefusal } from './renewal-refusals';
import { RENEWABLE, renewalGaps, renewedClaim } from './renewal.policy';
import { EVIDENCE, KNOWN_UNTIL, RELYING_GROUPS, UNDER_WAY } from './renewals.sql';

/** People renew the credentials that their memberships rest on, without applying again. */
@Injectable()
export class Renewals {
  constructor(
    private readonly transactions: Transactions,
    private readonly credentials: Credentials,
    private readonly checks: Checks,
    private readonly sights: FileSights,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Begins a renewal: a draft that carries over what stays the same. Again gives the draft that is there.
   * @returns the id of the new credential
   * @throws credential.not_found, renewal.mismatch for what no membership rests on or never ends, renewal.conflict while one is
   * under way or done
   */
  begin(actor: Actor, credentialId: string): Promise<string> {
    return this.transactions.run(async (tx) => {
      const before = await this.renewable(tx, actor, credentialId);
      const draft = await tx.findOneBy(Credential, { renewsId: credentialId, state: 'draft' });
      if (draft) return draft.id;
      const [underWay]: { isDone: boolean }[] = await tx.query(UNDER_WAY, [credentialId]);
      if (underWay) throw underWay.isDone ? renewalRefusal.done() : renewalRefusal.underWay();
      const id = newId();
      const { kind, personId } = before;
      await tx.insert(Credential, {
        ...renewedClaim(claimOf(before)),
        ...{ id, createdAt: this.clock.now(), personId, kind, renewsId: credentialId },
      });
      await this.record(tx, actor, id, 'credential.renewal_begun', { renews: credentialId });
      return id;
    });
  }

  /**
   * Sends a renewal in: for each group whose membership rests on the one before, its officers see the evidence and the sources
   * are asked. A second click changes nothing. Announces `credentials.renewal_presented` per group.
   * @throws renewal.not_found, renewal.incomplete (reasons by field)
   */
  async present(actor: Actor, credentialId: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const own = await this.credentials.own(tx, actor, credentialId, 'present');
      if (own.renewsId === null) throw notFound('renewal');
      if (own.state === 'presented') return;
      const [known]: { until: string | null }[] = await tx.query(KNOWN_UNTIL, [own.renewsId]);
      const today = this.clock.today();
      const gaps = renewalGaps(own.kind, claimOf(own), { known: known?.until ?? null, today });
      if (gaps.length > 0) throw renewalRefusal.incomplete(gaps);
      const groups: RelyingGroup[] = await tx.query(RELYING_GROUPS, [own.renewsId]);
      for (const group of groups) await this.presentTo(tx, actor, own, group);
      await this.record(tx, actor, credentialId, 'credential.renewal_presented', { renews: own.renewsId });
    });
  }

  private async presentTo(
    tx: EntityManager,
    actor: Actor,
    { id: credentialId, renewsId }: Credential,
    group: RelyingGroup,
  ): Promise<void> {
    const id = newId();
    const followsId = renewsId as string;
    await tx.insert(CredentialRenewal, {
      ...{ id, createdAt: this.clock.now(), credentialId, followsId, groupId: group.id, confirmedAt: null },
    });
    const files: { fileId: string }[] = await tx.query(EVIDENCE, [credentialId]);
    const origin = { type: 'renewal', id };
    await this.sights.give(
      tx,
      files.map(({ fileId }) => fileId),
      group,
      origin,
    );
    const order = {
      credentialIds: [credentialId],
      groupId: group.id,
      originType: origin.type,
      originId: id,
    };
    await this.checks.requestFor(tx, actor, order);
    await this.outbox.announce(tx, 'credentials.renewal_presented', { renewalId: id });
  }

  /** The actor's own credential, locked, if it ends and a membership rests on it. */
  private async renewable(tx: EntityManager, actor: Actor, id: string): Promise<Credential> {
    const before = await tx.findOne(Credential, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!before || !mayAmendCredential(actor, before) || before.state === 'withdrawn') {
      throw notFound('credential');
    }
    const groups: RelyingGroup[] = await tx.query(RELYING_GROUPS, [id]);
    if (groups.length === 0 || !RENEWABLE.includes(before.kind)) throw renewalRefusal.notRenewable();
    return before;
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    id: string,
    action: string,
    details: Record<string, unknown>,
  ): Promise<void> {
    return this.audit.record(tx, actor, { action, subjectType: 'credential', subjectId: id, details });
  }
}

interface RelyingGroup {
  id: string;
  path: string[];
}

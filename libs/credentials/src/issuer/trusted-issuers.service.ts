import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Transactions, violates } from '@himpun/database';
import { GroupQueries } from '@himpun/groups';
import { Clock, DomainError, forbidden, newId, notFound, type Actor } from '@himpun/kernel';
import type { EntityManager } from 'typeorm';
import type { CredentialKind } from '../credential/claim';
import { issuerName, mayTrustIssuers } from './trusted-issuer.access';
import { TrustedIssuer } from './trusted-issuer.entity';

/** An issuer to be believed. */
export interface NewTrustedIssuer {
  groupId: string;
  /** DID or https address, exactly as credentials name it; of a root certificate its fingerprint, which may be left out. */
  issuer?: string;
  name: string;
  kinds: CredentialKind[];
  keyThumbprints?: string[];
  listIssuers?: string[];
  /** PEM of a root certificate under which documents are signed. */
  rootCertificate?: string;
  /** Organisations or names of signers under that root; none: any. */
  signers?: string[];
  /** On what grounds. */
  reason: string;
}

/** Whose signed credentials a group believes. Ended entries stay, so that old decisions can be understood. */
@Injectable()
export class TrustedIssuers {
  constructor(
    private readonly transactions: Transactions,
    private readonly groups: GroupQueries,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  /** Returns the new id. @throws trusted_issuer.forbidden, trusted_issuer.taken, trusted_issuer.invalid */
  async trust(actor: Actor, issuer: NewTrustedIssuer): Promise<string> {
    const group = await this.groups.get(issuer.groupId);
    if (!mayTrustIssuers(actor, group.path)) throw forbidden('trusted_issuer');
    try {
      return await this.transactions.run((tx) => this.enter(tx, actor, issuer));
    } catch (error) {
      if (violates(error, 'trusted_issuers_open')) throw taken();
      throw error;
    }
  }

  /** The same without asking for a power, inside the caller's transaction: for setting an association up. */
  async enter(tx: EntityManager, actor: Actor, issuer: NewTrustedIssuer): Promise<string> {
    const named = issuerName(issuer);
    if (typeof named !== 'string') throw new DomainError('trusted_issuer.invalid', named.text, [named]);
    const id = newId();
    await tx.insert(TrustedIssuer, {
      ...issuer,
      issuer: named,
      id,
      createdAt: this.clock.now(),
      addedBy: actor.personId,
    });
    await this.audit.record(tx, actor, {
      action: 'trusted_issuer.added',
      subjectType: 'trusted_issuer',
      subjectId: id,
      groupId: issuer.groupId,
      reason: issuer.reason,
      details: { issuer: named, kinds: issuer.kinds },
    });
    return id;
  }

  /** From now on the issuer is not believed; checks that have ended stay as they are. @throws trusted_issuer.not_found */
  async end(actor: Actor, id: string, reason: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const issuer = await tx.findOne(TrustedIssuer, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!issuer) throw notFound('trusted_issuer');
      const [group]: { path: string[] }[] = await tx.query('SELECT path FROM groups WHERE id = $1', [
        issuer.groupId,
      ]);
      if (!mayTrustIssuers(actor, group?.path ?? [])) throw forbidden('trusted_issuer');
      if (issuer.endedAt) return;
      await tx.update(TrustedIssuer, { id }, { endedAt: this.clock.now(), endedReason: reason });
      await this.audit.record(tx, actor, {
        action: 'trusted_issuer.ended',
        subjectType: 'trusted_issuer',
        subjectId: id,
        groupId: issuer.groupId,
        reason,
      });
    });
  }
}

function taken(): DomainError {
  return new DomainError('trusted_issuer.taken', {
    id: 'Penerbit ini sudah ada di daftar.',
    en: 'This issuer is on the list already.',
  });
}

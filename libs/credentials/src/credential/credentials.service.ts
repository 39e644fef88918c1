import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Transactions } from '@himpun/database';
import { Clock, DomainError, newId, nextState, notFound, stale, type Actor } from '@himpun/kernel';
import type { EntityManager } from 'typeorm';
import { EMPTY_CLAIM, type Claim, type CredentialKind } from './claim';
import { claimFaults } from './claim.policy';
import { mayAmendCredential } from './credential.access';
import { Credential } from './credential.entity';
import { CREDENTIAL_TRANSITIONS, type CredentialAct } from './credential.states';
import { CredentialEvidence } from './credential-evidence.entity';

const MOST_OPEN = 100;

/** People's own credentials, while they may be changed. */
@Injectable()
export class Credentials {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  /** Begins a credential, however unfinished. Returns the new id. @throws credential.invalid, credential.exhausted */
  async claim(actor: Actor, kind: CredentialKind, claim: Partial<Claim>): Promise<string> {
    const personId = actor.personId;
    if (personId === null) throw notFound('credential');
    const whole = tidy({ ...EMPTY_CLAIM, ...named(claim) });
    this.refuseFaults(kind, whole);
    return this.transactions.run(async (tx) => {
      const open = await tx.countBy(Credential, { personId, state: 'draft' });
      if (open >= MOST_OPEN) throw tooMany();
      const id = newId();
      await tx.insert(Credential, { ...whole, id, createdAt: this.clock.now(), personId, kind });
      await this.record(tx, actor, id, 'credential.claimed', { kind });
      return id;
    });
  }

  /**
   * Changes what is claimed; parts not named stay. @param version the version the change was made from.
   * @returns the new version.
   * @throws credential.not_found, credential.closed once presented, credential.stale, credential.invalid
   */
  async amend(actor: Actor, id: string, version: number, change: Partial<Claim>): Promise<number> {
    return this.transactions.run(async (tx) => {
      const credential = await this.own(tx, actor, id, 'amend');
      if (credential.version !== version)
        throw stale('credential', { version: credential.version, claim: claimOf(credential) });
      const claim = tidy({ ...claimOf(credential), ...named(change) });
      this.refuseFaults(credential.kind, claim);
      await tx.update(Credential, { id }, { ...claim, version: version + 1 });
      await this.record(tx, actor, id, 'credential.amended', { fields: Object.keys(named(change)) });
      return version + 1;
    });
  }

  /** Takes a credential out of use. @throws credential.not_found, credential.closed */
  async withdraw(actor: Actor, id: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      await this.own(tx, actor, id, 'withdraw');
      await tx.update(Credential, { id }, { state: 'withdrawn' });
      await this.record(tx, actor, id, 'credential.withdrawn');
    });
  }

  /** Binds an uploaded file of the person's own to the credential; harmless when repeated. @throws file.not_found */
  async attachEvidence(actor: Actor, id: string, fileId: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const credential = await this.own(tx, actor, id, 'amend');
      const [file]: unknown[] = await tx.query(
        'SELECT 1 FROM files WHERE id = $1 AND owner_person_id = $2 AND deleted_at IS NULL',
        [fileId, credential.personId],
      );
      if (!file) throw notFound('file');
      await tx
        .createQueryBuilder()
        .insert()
        .into(CredentialEvidence)
        .values({ credentialId: id, fileId, createdAt: this.clock.now() })
        .orIgnore()
        .execute();
      await this.record(tx, actor, id, 'credential.evidence_attached', { fileId });
    });
  }

  /** Takes a file off the credential; the file itself stays. @throws credential.not_found, credential.closed */
  async detachEvidence(actor: Actor, id: string, fileId: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      await this.own(tx, actor, id, 'amend');
      await tx.delete(CredentialEvidence, { credentialId: id, fileId });
      await this.record(tx, actor, id, 'credential.evidence_detached', { fileId });
    });
  }

  /**
   * Opens presented credentials to change again, when an application is sent back for correction; joins the caller's
   * transaction. Checks stay as they are: they name the version they looked at.
   */
  async reopen(tx: EntityManager, actor: Actor, ids: readonly string[]): Promise<void> {
    const [reopened]: [{ id: string }[], number] = await tx.query(
      `UPDATE credentials SET state = 'draft' WHERE id = ANY ($1::uuid[]) AND state = 'presented' RETURNING id`,
      [ids],
    );
    for (const { id } of reopened) await this.record(tx, actor, id, 'credential.reopened');
  }

  /** The actor's own credential, locked, if `act` is possible now. */
  async own(tx: EntityManager, actor: Actor, id: string, act: CredentialAct): Promise<Credential> {
    const credential = await tx.findOne(Credential, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!credential || !mayAmendCredential(actor, credential) || credential.state === 'withdrawn') {
      throw notFound('credential');
    }
    if (!nextState(CREDENTIAL_TRANSITIONS, credential.state, act)) throw closed();
    return credential;
  }

  private refuseFaults(kind: CredentialKind, claim: Claim): void {
    const faults = claimFaults(kind, claim, this.clock.today());
    if (faults.length > 0) throw new DomainError('credential.invalid', FAULTY, faults);
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    id: string,
    action: string,
    details: Record<string, unknown> = {},
  ): Promise<void> {
    return this.audit.record(tx, actor, { action, subjectType: 'credential', subjectId: id, details });
  }
}

/** The claim of a stored credential. */
export function claimOf(credential: Credential): Claim {
  const keys = Object.keys(EMPTY_CLAIM) as (keyof Claim)[];
  return Object.fromEntries(keys.map((key) => [key, credential[key]])) as unknown as Claim;
}

/** Only the parts that are there: undefined means not named, null means emptied. */
function named(claim: Partial<Claim>): Partial<Claim> {
  return Object.fromEntries(Object.entries(claim).filter(([, value]) => value !== undefined));
}

/** Texts trimmed and in NFC; an emptied field is none. */
function tidy(claim: Claim): Claim {
  const entries = Object.entries(claim).map(([key, value]: [string, unknown]) => {
    if (key === 'holderName' && value === null) return [key, ''];
    if (typeof value !== 'string') return [key, value];
    const text = value.normalize('NFC').trim();
    return [key, text === '' && key !== 'holderName' ? null : text];
  });
  return Object.fromEntries(entries) as unknown as Claim;
}

const FAULTY = {
  id: 'Beberapa isian belum benar. Perbaiki yang ditandai lalu simpan lagi.',
  en: 'Some fields are not right. Correct the marked ones, then save again.',
};

function closed(): DomainError {
  return new DomainError('credential.closed', {
    id: 'Kredensial ini sudah diajukan bersama permohonan dan tidak dapat diubah lagi, kecuali permohonan dikembalikan.',
    en: 'This credential was submitted with an application and cannot be changed unless the application is returned.',
  });
}

function tooMany(): DomainError {
  return new DomainError('credential.exhausted', {
    id: 'Terlalu banyak kredensial yang belum diajukan. Hapus yang tidak dipakai.',
    en: 'There are too many credentials not yet submitted. Remove those you do not need.',
  });
}

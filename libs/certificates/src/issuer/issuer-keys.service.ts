import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Sql, Transactions } from '@himpun/database';
import { Clock, newId, Settings, systemActor, type Actor } from '@himpun/kernel';
import { didWebOf, multikeyOf } from '@himpun/signatures';
import type { EntityManager } from 'typeorm';
import { keyIdOf, type PublicKey } from './issuer-document';
import { IssuerKey } from './issuer-key.entity';
import { openKey, sealKey } from './sealed-key';

/** What signs: the private key, and the id under which the issuer's document lists its public half. */
export interface SigningKey {
  key: KeyObject;
  verificationMethod: string;
}

const KEYS_LOCK = 7_307_001;

/** The portal's signing keys; the first is made when it is first needed. */
@Injectable()
export class IssuerKeys {
  /** `did:web` of the portal's address. */
  readonly did: string;

  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {
    this.did = didWebOf(settings.publicUrl);
  }

  /** All keys, newest first, retired ones too. Makes the first one if there is none: the address must never be empty. */
  async published(): Promise<PublicKey[]> {
    const keys = await this.publicKeys();
    if (keys.length > 0) return keys;
    await this.current();
    return this.publicKeys();
  }

  /** The key to sign with now. */
  async current(): Promise<SigningKey> {
    const stored = await this.sql.row<{ id: string; publicKeyMultibase: string; sealed: Buffer }>(
      `SELECT id, public_key_multibase AS "publicKeyMultibase", sealed_private_key AS sealed
       FROM issuer_keys WHERE retired_at IS NULL`,
    );
    if (!stored) {
      await this.transactions.run((tx) => this.ensure(tx));
      return this.current();
    }
    return {
      key: this.open(stored),
      verificationMethod: keyIdOf(this.did, stored),
    };
  }

  /** Retires the present key and signs with a new one from now on; what is signed already keeps holding. Tells the trail. */
  async rotate(actor: Actor): Promise<void> {
    // Opens the present key: with another secret than the portal's, the new key could not be read by anybody.
    await this.current();
    await this.transactions.run(async (tx) => {
      await lock(tx);
      await this.retire(tx, actor);
      await this.make(tx, actor);
    });
  }

  /** Seals keys that were sealed with a former secret with the present one; returns how many. */
  resealFormer(actor: Actor): Promise<number> {
    return this.transactions.run(async (tx) => {
      await lock(tx);
      const keys: { id: string; sealed: Buffer }[] = await tx.query(
        'SELECT id, sealed_private_key AS sealed FROM issuer_keys ORDER BY id',
      );
      const former = keys.filter((stored) => !opens(stored, this.settings.secret));
      for (const stored of former) {
        const sealed = sealKey(this.open(stored), stored.id, this.settings.secret);
        await tx.query('UPDATE issuer_keys SET sealed_private_key = $2 WHERE id = $1', [stored.id, sealed]);
        await this.audit.record(tx, actor, {
          action: 'issuer_key.resealed',
          subjectType: 'issuer_key',
          subjectId: stored.id,
        });
      }
      return former.length;
    });
  }

  private open(stored: { id: string; sealed: Buffer }): KeyObject {
    const secret = this.settings.secrets.find((one) => opens(stored, one));
    return openKey(stored.sealed, stored.id, secret ?? this.settings.secret);
  }

  private async retire(tx: EntityManager, actor: Actor): Promise<void> {
    const [retired]: [{ id: string }[], number] = await tx.query(
      'UPDATE issuer_keys SET retired_at = $1 WHERE retired_at IS NULL RETURNING id',
      [this.clock.now()],
    );
    for (const { id } of retired)
      await this.audit.record(tx, actor, {
        action: 'issuer_key.retired',
        subjectType: 'issuer_key',
        subjectId: id,
      });
  }

  private publicKeys(): Promise<PublicKey[]> {
    return this.sql.rows<PublicKey & Record<string, unknown>>(
      `SELECT public_key_multibase AS "publicKeyMultibase" FROM issuer_keys ORDER BY created_at DESC, id DESC`,
    );
  }

  private async ensure(tx: EntityManager): Promise<void> {
    await lock(tx);
    const present: unknown[] = await tx.query('SELECT 1 FROM issuer_keys WHERE retired_at IS NULL');
    if (present.length === 0) await this.make(tx, systemActor('certificates.sign'));
  }

  private async make(tx: EntityManager, actor: Actor): Promise<void> {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const id = newId();
    const publicKeyMultibase = multikeyOf(publicKey);
    const sealedPrivateKey = sealKey(privateKey, id, this.settings.secret);
    await tx.insert(IssuerKey, { id, createdAt: this.clock.now(), publicKeyMultibase, sealedPrivateKey });
    await this.audit.record(tx, actor, {
      action: 'issuer_key.made',
      subjectType: 'issuer_key',
      subjectId: id,
      details: { publicKeyMultibase },
    });
  }
}

function opens(stored: { id: string; sealed: Buffer }, secret: string): boolean {
  try {
    openKey(stored.sealed, stored.id, secret);
    return true;
  } catch {
    return false;
  }
}

/** Two processes that find no key must not make two: the second waits, then finds the first one's. */
async function lock(tx: EntityManager): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock($1)', [KEYS_LOCK]);
}

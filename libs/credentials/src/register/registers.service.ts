import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Transactions, violates } from '@himpun/database';
import { GroupQueries } from '@himpun/groups';
import { Clock, DomainError, forbidden, newId, type Actor } from '@himpun/kernel';
import type { EntityManager } from 'typeorm';
import { authorityKey } from '../source/authority-key';
import { mayImportRegister } from './register.access';
import { Register } from './register.entity';

/** A register to be kept. */
export interface NewRegister {
  groupId: string;
  /** As licences name it: `KTKI`, `NPPES`. */
  authority: string;
  nameId: string;
  nameEn: string;
}

/** The registers a group keeps copies of. */
@Injectable()
export class Registers {
  constructor(
    private readonly transactions: Transactions,
    private readonly groups: GroupQueries,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  /** Opens an empty register. Returns its id. @throws register.forbidden, register.taken, register.authority_invalid */
  async open(actor: Actor, register: NewRegister): Promise<string> {
    const group = await this.groups.get(register.groupId);
    if (!mayImportRegister(actor, group.path)) throw forbidden('register');
    try {
      return await this.transactions.run((tx) => this.enter(tx, actor, register));
    } catch (error) {
      if (violates(error, 'registers_authority_unique')) throw taken();
      throw error;
    }
  }

  /** The same without asking for a power, inside the caller's transaction: for setting an association up. */
  async enter(tx: EntityManager, actor: Actor, register: NewRegister): Promise<string> {
    const key = authorityKey(register.authority);
    if (key === '') throw nameless();
    const id = newId();
    await tx.insert(Register, { ...register, id, createdAt: this.clock.now(), authorityKey: key });
    await this.audit.record(tx, actor, {
      action: 'register.opened',
      subjectType: 'register',
      subjectId: id,
      groupId: register.groupId,
      details: { authority: register.authority },
    });
    return id;
  }
}

function taken(): DomainError {
  return new DomainError('register.taken', {
    id: 'Kelompok ini sudah memiliki register dari otoritas tersebut.',
    en: 'The group has a register of this authority already.',
  });
}

function nameless(): DomainError {
  return new DomainError('register.authority_invalid', {
    id: 'Isi nama otoritas dengan huruf atau angka.',
    en: 'Name the authority with letters or digits.',
  });
}

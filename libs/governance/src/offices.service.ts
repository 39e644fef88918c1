import { Injectable } from '@nestjs/common';
import { Clock, newId } from '@himpun/kernel';
import type { Power } from '@himpun/identity';
import type { EntityManager } from 'typeorm';
import { Office } from './office.entity';
import { Seat } from './seat.entity';

/** What a new office is. */
export interface NewOffice {
  groupId: string;
  code: string;
  nameId: string;
  nameEn: string;
  powers: readonly Power[];
  position: number;
  seats: number;
}

/** The offices of a group. */
@Injectable()
export class Offices {
  constructor(private readonly clock: Clock) {}

  /** Creates an office with its seats; joins the caller's transaction. Returns the ids of the seats. */
  async create(tx: EntityManager, office: NewOffice): Promise<{ officeId: string; seatIds: string[] }> {
    const { seats, powers, ...rest } = office;
    const officeId = newId();
    const createdAt = this.clock.now();
    await tx.insert(Office, { ...rest, powers: [...powers], id: officeId, createdAt });
    const seatIds = Array.from({ length: seats }, () => newId());
    await tx.insert(
      Seat,
      seatIds.map((id, index) => ({ id, createdAt, officeId, number: index + 1 })),
    );
    return { officeId, seatIds };
  }
}

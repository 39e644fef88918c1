import { Injectable } from '@nestjs/common';
import { Clock, newId } from '@himpun/kernel';
import type { EntityManager } from 'typeorm';
import { Person } from './person.entity';

/** What is known of a person when they are first met. */
export type NewPerson = Pick<Person, 'fullName'> &
  Partial<Pick<Person, 'titleBefore' | 'titleAfter' | 'certificateName' | 'birthDate' | 'phone' | 'region'>>;

/** The person behind accounts, applications and memberships. */
@Injectable()
export class People {
  constructor(private readonly clock: Clock) {}

  /** Enters a person; joins the caller's transaction. Returns the new id. */
  async enter(tx: EntityManager, person: NewPerson): Promise<string> {
    const id = newId();
    await tx.insert(Person, {
      ...person,
      id,
      createdAt: this.clock.now(),
      fullName: person.fullName.normalize('NFC').trim(),
    });
    return id;
  }
}

import { Injectable } from '@nestjs/common';
import { Clock, newId } from '@himpun/kernel';
import type { EntityManager } from 'typeorm';
import { Grade } from './grade.entity';

/** What a new grade is. */
export type NewGrade = Pick<Grade, 'groupId' | 'code' | 'nameId' | 'nameEn' | 'numberPattern'> &
  Partial<Pick<Grade, 'position'>>;

/** The ways of belonging to a group. */
@Injectable()
export class Grades {
  constructor(private readonly clock: Clock) {}

  /** Creates a grade; joins the caller's transaction. Nobody can apply for it until it has rules. Returns the new id. */
  async create(tx: EntityManager, grade: NewGrade): Promise<string> {
    const id = newId();
    await tx.insert(Grade, { position: 0, ...grade, id, createdAt: this.clock.now() });
    return id;
  }
}

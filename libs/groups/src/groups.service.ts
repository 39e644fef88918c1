import { Injectable } from '@nestjs/common';
import { Clock, newId, notFound } from '@himpun/kernel';
import type { EntityManager } from 'typeorm';
import { Group } from './group.entity';

/** What a new group is. */
export type NewGroup = Pick<Group, 'kind' | 'slug' | 'nameId' | 'nameEn' | 'shortName'> &
  Partial<Pick<Group, 'aboutId' | 'aboutEn' | 'zone' | 'primaryColor' | 'contactEmail'>> & {
    parentId?: string | null;
  };

/** The tree of groups. */
@Injectable()
export class Groups {
  constructor(private readonly clock: Clock) {}

  /** Founds a group under its parent; joins the caller's transaction. Returns the new id. */
  async found(tx: EntityManager, group: NewGroup): Promise<string> {
    const id = newId();
    const parent = group.parentId ? await tx.findOneBy(Group, { id: group.parentId }) : null;
    if (group.parentId && !parent) throw notFound('group');
    await tx.insert(Group, {
      ...group,
      id,
      createdAt: this.clock.now(),
      parentId: parent?.id ?? null,
      path: [...(parent?.path ?? []), id],
    });
    return id;
  }
}

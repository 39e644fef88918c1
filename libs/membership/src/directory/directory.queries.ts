import { Injectable } from '@nestjs/common';
import { Sql } from '@himpun/database';
import { notFound, type Actor } from '@himpun/kernel';
import { directoryGroups } from './directory.access';
import { BROWSE, CONTAINING, COUNT, PERSON, RESEMBLING } from './directory.statements';

/** One membership in the directory. */
export interface DirectoryLine {
  membershipId: string;
  personId: string;
  fullName: string;
  titleBefore: string | null;
  titleAfter: string | null;
  region: string | null;
  number: string;
  groupId: string;
  groupNameId: string;
  groupNameEn: string;
  gradeNameId: string;
  gradeNameEn: string;
}

/** One person in the directory with the memberships that the actor may see. */
export interface DirectoryPerson {
  personId: string;
  fullName: string;
  titleBefore: string | null;
  titleAfter: string | null;
  region: string | null;
  email: string | null;
  phone: string | null;
  memberships: {
    membershipId: string;
    number: string;
    groupNameId: string;
    groupNameEn: string;
    gradeNameId: string;
    gradeNameEn: string;
    since: string;
  }[];
}

/** What is looked for. */
export interface DirectorySearch {
  /** Part of a name; empty lists all by name. At least three letters make the index useful. */
  q: string;
  groupId: string | null;
  page: number;
  pageSize: number;
}

type FoundLine = DirectoryLine & { total: number } & Record<string, unknown>;

/** The members of the groups that an officer looks after. Plain SQL: this is a hot read. */
@Injectable()
export class DirectoryQueries {
  constructor(private readonly sql: Sql) {}

  /** A page of memberships, best match first, and how many there are. */
  async search(actor: Actor, search: DirectorySearch): Promise<{ items: DirectoryLine[]; total: number }> {
    const groups = directoryGroups(actor);
    const offset = (search.page - 1) * search.pageSize;
    if (search.q.trim() === '') {
      const [items, [count]] = await Promise.all([
        this.sql.rows<DirectoryLine & Record<string, unknown>>(BROWSE, [
          groups,
          search.groupId,
          search.pageSize,
          offset,
        ]),
        this.sql.rows<{ total: number }>(COUNT, [groups, search.groupId]),
      ]);
      return { items, total: count?.total ?? 0 };
    }
    const values = [groups, search.groupId, search.q.trim(), search.pageSize, offset];
    let rows = await this.sql.rows<FoundLine>(CONTAINING, values);
    if (rows.length === 0) rows = await this.sql.rows<FoundLine>(RESEMBLING, values);
    return { items: rows, total: rows[0]?.total ?? 0 };
  }

  /** One person; hidden unless they are a member of a group the actor looks after. @throws person.not_found */
  async person(actor: Actor, personId: string): Promise<DirectoryPerson> {
    const row = await this.sql.row<DirectoryPerson & { memberships: unknown }>(PERSON, [
      personId,
      directoryGroups(actor),
    ]);
    if (!row?.memberships) throw notFound('person');
    return row;
  }
}

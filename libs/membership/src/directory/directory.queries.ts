import { Injectable } from '@nestjs/common';
import { Sql } from '@himpun/database';
import { notFound, type Actor } from '@himpun/kernel';
import { directoryGroups } from './directory.access';

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

const LINE = `m.id AS "membershipId", c.id AS "personId", c.full_name AS "fullName", c.title_before AS "titleBefore",
  c.title_after AS "titleAfter", c.region, m.number, m.group_id AS "groupId", g.name_id AS "groupNameId",
  g.name_en AS "groupNameEn", r.name_id AS "gradeNameId", r.name_en AS "gradeNameEn"`;

const JOINED = `JOIN memberships m ON m.person_id = c.id JOIN groups g ON g.id = m.group_id JOIN grades r ON r.id = m.grade_id
  WHERE g.path && $1::uuid[] AND ($2::uuid IS NULL OR g.path @> ARRAY[$2::uuid])`;

const MATCHES = (condition: string, score: string): string => `
  WITH c AS MATERIALIZED (
    SELECT id, full_name, title_before, title_after, region, search_name, ${score} AS score
    FROM people WHERE ${condition})
  SELECT ${LINE}, count(*) OVER ()::int AS total FROM c ${JOINED}
  ORDER BY c.score DESC, c.search_name, c.id, m.id LIMIT $4 OFFSET $5`;

/**
 * Names that contain what was typed, those that begin with it first. MATERIALIZED on purpose: the trigram index finds
 * the candidates first; left to itself the planner may walk the btree of names in order and filter, which was an order
 * of magnitude slower.
 */
const CONTAINING = MATCHES(
  String.raw`search_name LIKE '%' || regexp_replace(searchable($3), '([\\%_])', '\\\1', 'g') || '%'`,
  `(starts_with(search_name, searchable($3)))::int`,
);

/** Names that resemble what was typed (pg_trgm word similarity); asked only when none contains it, as it costs twice as much. */
const RESEMBLING = MATCHES('searchable($3) <% search_name', 'word_similarity(searchable($3), search_name)');

const BROWSE = `
  SELECT ${LINE} FROM people c ${JOINED} ORDER BY c.search_name, c.id, m.id LIMIT $3 OFFSET $4`;

const COUNT = `
  SELECT count(*)::int AS total FROM memberships m JOIN groups g ON g.id = m.group_id
  WHERE g.path && $1::uuid[] AND ($2::uuid IS NULL OR g.path @> ARRAY[$2::uuid])`;

const PERSON = `
  SELECT p.id AS "personId", p.full_name AS "fullName", p.title_before AS "titleBefore", p.title_after AS "titleAfter",
         p.region, p.phone, a.email,
         (SELECT json_agg(json_build_object('membershipId', m.id, 'number', m.number, 'groupNameId', g.name_id,
                   'groupNameEn', g.name_en, 'gradeNameId', r.name_id, 'gradeNameEn', r.name_en, 'since', m.created_at)
                   ORDER BY m.created_at)
          FROM memberships m JOIN groups g ON g.id = m.group_id JOIN grades r ON r.id = m.grade_id
          WHERE m.person_id = p.id AND g.path && $2::uuid[]) AS memberships
  FROM people p LEFT JOIN accounts a ON a.person_id = p.id WHERE p.id = $1`;

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

import { Injectable } from '@nestjs/common';
import { Clock, localDateOf, newId, newPublicCode } from '@himpun/kernel';
import { countingYear, memberNumber } from '@himpun/membership';
import { People } from '@himpun/people';
import type { EntityManager } from 'typeorm';
import { PERSONA_KEYS, type PersonaKey } from '../personas';
import { GRADES } from './association.data';
import { madeUpPeople } from './made-up-people';
import { PERSONAS } from './personas.data';
import type { Founded, SeededPeople } from './seeded';

/** How many members each group gets; with the personas who are members they make 300. */
const MEMBERS: Readonly<Record<string, number>> = {
  association: 136,
  bandung: 60,
  surabaya: 50,
  volunteers: 49,
};
const YEARS_BACK = 8;

/** Enters personas and members. Rows are written directly: 300 admissions by the book would send 300 letters. */
@Injectable()
export class PeopleOfTheDemo {
  constructor(
    private readonly people: People,
    private readonly clock: Clock,
  ) {}

  async enter(tx: EntityManager, founded: Founded): Promise<SeededPeople> {
    const personas = {} as SeededPeople['personas'];
    for (const key of PERSONA_KEYS) personas[key] = await this.enterPersona(tx, key, founded);
    const members: string[] = [];
    for (const [index, group] of Object.keys(MEMBERS).entries()) {
      for (const person of madeUpPeople(MEMBERS[group] as number, 100 + index)) {
        const personId = await this.people.enter(tx, person);
        await this.admit(tx, founded, group, personId, (members.length * 37) % (YEARS_BACK * 365));
        members.push(personId);
      }
    }
    return { personas, members };
  }

  private async enterPersona(
    tx: EntityManager,
    key: PersonaKey,
    founded: Founded,
  ): Promise<{ personId: string; accountId: string }> {
    const { fullName, titleAfter, birthDate, memberOf, email } = PERSONAS[key];
    const personId = await this.people.enter(tx, { fullName, titleAfter, birthDate, region: 'Jawa Barat' });
    const accountId = newId();
    await tx.query(
      `INSERT INTO accounts (id, created_at, person_id, email, email_confirmed_at) VALUES ($1, $2, $3, $4, $2)`,
      [accountId, this.clock.now(), personId, email],
    );
    if (memberOf) await this.admit(tx, founded, memberOf, personId, 400);
    return { personId, accountId };
  }

  private async admit(
    tx: EntityManager,
    { groupIds, gradeIds }: Founded,
    group: string,
    personId: string,
    daysAgo: number,
  ): Promise<void> {
    const since = new Date(this.clock.now().getTime() - daysAgo * 86_400_000);
    const pattern = GRADES.find((grade) => grade.group === group)?.numberPattern ?? '{seq}';
    const today = localDateOf(since);
    const [{ last }]: [{ last: number }] = await tx.query(
      `INSERT INTO member_number_counters (group_id, year, last) VALUES ($1, $2, 1)
       ON CONFLICT (group_id, year) DO UPDATE SET last = member_number_counters.last + 1 RETURNING last`,
      [groupIds[group], countingYear(pattern, today)],
    );
    const id = newId();
    await tx.query(
      `INSERT INTO memberships (id, created_at, person_id, group_id, grade_id, number, card_code)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        id,
        since,
        personId,
        groupIds[group],
        gradeIds[group],
        memberNumber(pattern, today, last),
        newPublicCode(),
      ],
    );
    await tx.query(
      `INSERT INTO membership_periods (id, created_at, membership_id, status, starts_at) VALUES ($1, $2, $3, 'active', $2)`,
      [newId(), since, id],
    );
  }
}

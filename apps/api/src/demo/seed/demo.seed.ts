import { Injectable } from '@nestjs/common';
import { Sql, Transactions } from '@himpun/database';
import type { Power } from '@himpun/identity';
import { Settings, type Actor } from '@himpun/kernel';
import { PERSONA_KEYS } from '../personas';
import { ActivitiesOfTheDemo } from './activities-of-the-demo';
import { GROUPS } from './association.data';
import { Founding, SEEDER } from './founding';
import { PeopleOfTheDemo } from './people-of-the-demo';
import { PERSONAS } from './personas.data';
import { RegisterOfTheDemo } from './register-of-the-demo';
import type { Founded, SeededPeople } from './seeded';

/** Fills an empty database with the demonstration association, once. */
@Injectable()
export class DemoSeed {
  constructor(
    private readonly settings: Settings,
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly founding: Founding,
    private readonly people: PeopleOfTheDemo,
    private readonly register: RegisterOfTheDemo,
    private readonly activities: ActivitiesOfTheDemo,
  ) {}

  /**
   * Returns whether it filled anything in. Personas are written last, so a run that was cut short is noticed.
   * @throws Error outside demonstration mode, or when somebody's own data is there
   */
  async run(): Promise<boolean> {
    if (!this.settings.demo)
      throw new Error('The demonstration is only ever filled into the embedded default.');
    const { done, begun } = await this.state();
    if (done) return false;
    if (begun)
      throw new Error(
        'This database holds groups already, or a demonstration that was cut short. Remove the data folder to begin again.',
      );
    const { founded, people } = await this.transactions.run(async (tx) => {
      const made = await this.founding.found(tx);
      return { founded: made, people: await this.people.enter(tx, made) };
    });
    await this.founding.appoint(founded, people);
    await this.register.import(
      officer(people, founded, 'registers.import'),
      founded.groupIds['association'] as string,
    );
    const trainer = people.personas.trainer.personId;
    await this.activities.plan(officer(people, founded, 'activities.manage'), trainer, founded);
    await this.writePersonas(people);
    return true;
  }

  private async state(): Promise<{ done: boolean; begun: boolean }> {
    const row = await this.sql.row<{ done: boolean; begun: boolean }>(
      'SELECT EXISTS (SELECT 1 FROM demo_personas) AS done, EXISTS (SELECT 1 FROM groups) AS begun',
    );
    return row ?? { done: false, begun: false };
  }

  private async writePersonas({ personas }: SeededPeople): Promise<void> {
    await this.transactions.run(async (tx) => {
      for (const [position, key] of PERSONA_KEYS.entries()) {
        const { roleId, roleEn, descriptionId, descriptionEn } = PERSONAS[key];
        await tx.query(
          `INSERT INTO demo_personas (key, account_id, position, role_id, role_en, description_id, description_en)
           VALUES ($1, $2, $3, $4, $5, $6, $7)`,
          [key, personas[key].accountId, position, roleId, roleEn, descriptionId, descriptionEn],
        );
      }
    });
  }
}

/** The seed acting with one power on all groups, in the chair's name. */
function officer(people: SeededPeople, { groupIds }: Founded, power: Power): Actor {
  return {
    ...SEEDER,
    personId: people.personas.chair.personId,
    powers: GROUPS.map(({ key }) => ({ power, groupId: groupIds[key] as string, until: null })),
  };
}

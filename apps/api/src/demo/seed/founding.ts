import { Injectable } from '@nestjs/common';
import { Transactions } from '@himpun/database';
import { Codes } from '@himpun/ethics';
import { Offices, Terms } from '@himpun/governance';
import { AdmissionRules, Groups } from '@himpun/groups';
import { Clock, newId, systemActor, type Actor } from '@himpun/kernel';
import type { EntityManager } from 'typeorm';
import { CODE, GRADES, GROUPS, OFFICES, VOLUNTEER_OFFICE } from './association.data';
import type { Founded, SeededPeople } from './seeded';

export const SEEDER: Actor = systemActor('demonstration');

/** Founds the demonstration's groups: tree, grades, rules, code, offices. */
@Injectable()
export class Founding {
  constructor(
    private readonly transactions: Transactions,
    private readonly groups: Groups,
    private readonly rules: AdmissionRules,
    private readonly codes: Codes,
    private readonly offices: Offices,
    private readonly terms: Terms,
    private readonly clock: Clock,
  ) {}

  /** All or nothing, in the caller's transaction. */
  async found(tx: EntityManager): Promise<Founded> {
    const groupIds: Record<string, string> = {};
    for (const { key, ...group } of GROUPS) {
      const parentId = key === 'bandung' || key === 'surabaya' ? groupIds['association'] : null;
      groupIds[key] = await this.groups.found(tx, { ...group, parentId });
    }
    const gradeIds = await this.addGrades(tx, groupIds);
    await this.codes.publishIn(tx, SEEDER, groupIds['association'] as string, CODE);
    const seats = await this.addOffices(tx, groupIds['association'] as string);
    const volunteers = { ...VOLUNTEER_OFFICE, groupId: groupIds['volunteers'] as string, position: 0 };
    seats['volunteer_coordinator'] = (await this.offices.create(tx, volunteers)).seatIds;
    return { groupIds, gradeIds, seats };
  }

  /** First officers, for two years; one seat of the verification officers stays vacant, for the chair to fill. */
  async appoint(founded: Founded, people: SeededPeople): Promise<void> {
    const startsOn = this.clock.today();
    const endsOn = `${Number(startsOn.slice(0, 4)) + 2}-12-31`;
    const holders: Record<string, string> = {
      chair: people.personas.chair.personId,
      verification_officer: people.personas.verification_officer.personId,
      volunteer_coordinator: people.personas.volunteer.personId,
      training_coordinator: people.personas.trainer.personId,
      secretary: people.members[0] as string,
      treasurer: people.members[1] as string,
    };
    await this.transactions.run(async (tx) => {
      for (const [office, personId] of Object.entries(holders)) {
        const seatId = founded.seats[office]?.[0] as string;
        const reason = 'Musyawarah nasional';
        await this.terms.appointIn(tx, SEEDER, { seatId, personId, startsOn, endsOn, reason });
      }
    });
  }

  private async addGrades(
    tx: EntityManager,
    groupIds: Record<string, string>,
  ): Promise<Record<string, string>> {
    const gradeIds: Record<string, string> = {};
    for (const { group, code, nameId, nameEn, numberPattern, requirements } of GRADES) {
      const groupId = groupIds[group] as string;
      const gradeId = newId();
      gradeIds[group] = gradeId;
      await tx.query(
        `INSERT INTO grades (id, created_at, group_id, code, name_id, name_en, number_pattern)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [gradeId, this.clock.now(), groupId, code, nameId, nameEn, numberPattern],
      );
      await this.rules.publishIn(tx, SEEDER, { groupId, gradeId, requirements });
    }
    return gradeIds;
  }

  private async addOffices(tx: EntityManager, groupId: string): Promise<Record<string, string[]>> {
    const seats: Record<string, string[]> = {};
    for (const [position, office] of OFFICES.entries()) {
      seats[office.code] = (await this.offices.create(tx, { ...office, groupId, position })).seatIds;
    }
    return seats;
  }
}

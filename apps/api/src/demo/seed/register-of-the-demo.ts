import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { RegisterImports, RegisterIntake, Registers } from '@himpun/credentials';
import { Sql, Transactions } from '@himpun/database';
import { Clock, type Actor } from '@himpun/kernel';
import { AUTHORITY, PROFESSION } from './association.data';
import { SEEDER } from './founding';
import { dice, madeUpPeople } from './made-up-people';
import { APPLICANT_LICENCE, PERSONAS } from './personas.data';

const HOLDERS = 500;

/** Imports the authority's register of 500 holders the way an officer would: dry run, confirmation, intake. */
@Injectable()
export class RegisterOfTheDemo {
  constructor(
    private readonly registers: Registers,
    private readonly imports: RegisterImports,
    private readonly intake: RegisterIntake,
    private readonly transactions: Transactions,
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  /** @param officer an actor with `registers.import` on the group. */
  async import(officer: Actor, groupId: string): Promise<void> {
    const registerId = await this.register(groupId);
    const importId = await this.imports.upload(officer, registerId, {
      fileName: 'register-konsil.csv',
      stream: Readable.from([Buffer.from(this.csv(), 'utf8')]),
      mapping: {},
    });
    await this.imports.confirm(officer, registerId, importId);
    await this.intake.takeIn(importId);
  }

  private async register(groupId: string): Promise<string> {
    const known = await this.sql.row<{ id: string }>('SELECT id FROM registers WHERE group_id = $1', [
      groupId,
    ]);
    if (known) return known.id;
    return this.transactions.run((tx) =>
      this.registers.enter(tx, SEEDER, {
        groupId,
        authority: AUTHORITY,
        nameId: 'Register STR Konsil Kesehatan Indonesia',
        nameEn: 'Licence register of the Indonesian Health Council',
      }),
    );
  }

  private csv(): string {
    const year = Number(this.clock.today().slice(0, 4));
    const next = dice(500);
    const { fullName, birthDate } = PERSONAS.applicant;
    const rows = madeUpPeople(HOLDERS - 1, 7).map((person, index) => {
      const status = next() < 0.04 ? 'suspended' : next() < 0.02 ? 'revoked' : 'active';
      const from = year - Math.floor(next() * 5);
      const number = `3201-${String(1_000 + index)}-${from}`;
      return [
        number,
        person.fullName,
        person.birthDate,
        PROFESSION,
        status,
        `${from}-01-15`,
        `${from + 5}-01-14`,
      ];
    });
    rows.push([APPLICANT_LICENCE, fullName, birthDate, PROFESSION, 'active', '2024-02-01', '']);
    const header = 'nomor_str,nama,tanggal_lahir,profesi,status,berlaku_dari,berlaku_sampai';
    return [header, ...rows.map((row) => row.join(','))].join('\n');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Days on which nobody works, what a group promises for each stage, and the office that hears of broken promises. */
export class DeskCalendars1763700000992 implements MigrationInterface {
  name = 'DeskCalendars1763700000992';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE holidays (
        country text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
        day date NOT NULL,
        name_id text NOT NULL,
        name_en text NOT NULL,
        is_expected boolean NOT NULL DEFAULT false,
        PRIMARY KEY (country, day)
      );
      CREATE TABLE review_desks (
        group_id uuid PRIMARY KEY REFERENCES groups (id),
        version integer NOT NULL DEFAULT 1,
        country text NOT NULL DEFAULT 'ID' CHECK (country ~ '^[A-Z]{2}$'),
        checking_days integer CHECK (checking_days BETWEEN 0 AND 250),
        judging_days integer CHECK (judging_days BETWEEN 0 AND 250),
        escalation_office_id uuid REFERENCES offices (id),
        CHECK ((checking_days IS NULL) = (judging_days IS NULL))
      );
      CREATE TABLE desk_days (
        group_id uuid NOT NULL REFERENCES review_desks (group_id),
        day date NOT NULL,
        is_working boolean NOT NULL,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
        PRIMARY KEY (group_id, day)
      );
      CREATE TABLE escalations (
        id uuid PRIMARY KEY,
        created_at timestamptz NOT NULL,
        office_id uuid NOT NULL REFERENCES offices (id)
      );
      CREATE TABLE escalated_cases (
        application_id uuid NOT NULL REFERENCES applications (id),
        due_on date NOT NULL,
        escalation_id uuid NOT NULL REFERENCES escalations (id),
        PRIMARY KEY (application_id, due_on)
      );
      CREATE INDEX escalated_cases_escalation ON escalated_cases (escalation_id);
      CREATE INDEX applications_overdue ON applications (due_on) WHERE state = 'submitted';
    `);
    const rows = HOLIDAYS.map(([day, nameId, nameEn, isExpected = false]) => ({
      day,
      nameId,
      nameEn,
      isExpected,
    }));
    await runner.query(
      `INSERT INTO holidays (country, day, name_id, name_en, is_expected)
       SELECT 'ID', day, "nameId", "nameEn", "isExpected"
       FROM jsonb_to_recordset($1::jsonb) AS t (day date, "nameId" text, "nameEn" text, "isExpected" boolean)`,
      [JSON.stringify(rows)],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX applications_overdue;
      DROP TABLE escalated_cases;
      DROP TABLE escalations;
      DROP TABLE desk_days;
      DROP TABLE review_desks;
      DROP TABLE holidays;
    `);
  }
}

type Holiday = [day: string, nameId: string, nameEn: string, isExpected?: boolean];

/**
 * Indonesia: holidays and days of collective leave of 2026 by the joint decree of the three ministers. Of 2027, whose decree may
 * still move feasts that follow the moon, the days by calculation; those that may move are marked as expected.
 */
const HOLIDAYS: readonly Holiday[] = [
  ['2026-01-01', 'Tahun Baru Masehi', 'New Year’s Day'],
  ['2026-01-16', 'Isra Mikraj Nabi Muhammad', 'Ascension of the Prophet Muhammad'],
  ['2026-02-16', 'Cuti bersama Tahun Baru Imlek', 'Collective leave, Chinese New Year'],
  ['2026-02-17', 'Tahun Baru Imlek 2577', 'Chinese New Year 2577'],
  ['2026-03-18', 'Cuti bersama Nyepi', 'Collective leave, Day of Silence'],
  ['2026-03-19', 'Hari Suci Nyepi 1948', 'Day of Silence 1948'],
  ['2026-03-20', 'Cuti bersama Idulfitri', 'Collective leave, Eid al-Fitr'],
  ['2026-03-21', 'Idulfitri 1447 H', 'Eid al-Fitr 1447'],
  ['2026-03-22', 'Idulfitri 1447 H', 'Eid al-Fitr 1447'],
  ['2026-03-23', 'Cuti bersama Idulfitri', 'Collective leave, Eid al-Fitr'],
  ['2026-03-24', 'Cuti bersama Idulfitri', 'Collective leave, Eid al-Fitr'],
  ['2026-04-03', 'Wafat Yesus Kristus', 'Good Friday'],
  ['2026-04-05', 'Kebangkitan Yesus Kristus', 'Easter Sunday'],
  ['2026-05-01', 'Hari Buruh Internasional', 'Labour Day'],
  ['2026-05-14', 'Kenaikan Yesus Kristus', 'Ascension of Jesus Christ'],
  ['2026-05-15', 'Cuti bersama Kenaikan Yesus Kristus', 'Collective leave, Ascension of Jesus Christ'],
  ['2026-05-27', 'Iduladha 1447 H', 'Eid al-Adha 1447'],
  ['2026-05-28', 'Cuti bersama Iduladha', 'Collective leave, Eid al-Adha'],
  ['2026-05-31', 'Waisak 2570', 'Vesak 2570'],
  ['2026-06-01', 'Hari Lahir Pancasila', 'Pancasila Day'],
  ['2026-06-16', 'Tahun Baru Islam 1448 H', 'Islamic New Year 1448'],
  ['2026-08-17', 'Hari Kemerdekaan', 'Independence Day'],
  ['2026-08-25', 'Maulid Nabi Muhammad', 'Birthday of the Prophet Muhammad'],
  ['2026-12-24', 'Cuti bersama Natal', 'Collective leave, Christmas'],
  ['2026-12-25', 'Hari Natal', 'Christmas Day'],
  ['2027-01-01', 'Tahun Baru Masehi', 'New Year’s Day'],
  ['2027-01-05', 'Isra Mikraj Nabi Muhammad', 'Ascension of the Prophet Muhammad', true],
  ['2027-02-06', 'Tahun Baru Imlek 2578', 'Chinese New Year 2578', true],
  ['2027-03-08', 'Hari Suci Nyepi 1949', 'Day of Silence 1949', true],
  ['2027-03-10', 'Idulfitri 1448 H', 'Eid al-Fitr 1448', true],
  ['2027-03-11', 'Idulfitri 1448 H', 'Eid al-Fitr 1448', true],
  ['2027-03-26', 'Wafat Yesus Kristus', 'Good Friday'],
  ['2027-03-28', 'Kebangkitan Yesus Kristus', 'Easter Sunday'],
  ['2027-05-01', 'Hari Buruh Internasional', 'Labour Day'],
  ['2027-05-06', 'Kenaikan Yesus Kristus', 'Ascension of Jesus Christ'],
  ['2027-05-17', 'Iduladha 1448 H', 'Eid al-Adha 1448', true],
  ['2027-05-20', 'Waisak 2571', 'Vesak 2571', true],
  ['2027-06-01', 'Hari Lahir Pancasila', 'Pancasila Day'],
  ['2027-06-06', 'Tahun Baru Islam 1449 H', 'Islamic New Year 1449', true],
  ['2027-08-15', 'Maulid Nabi Muhammad', 'Birthday of the Prophet Muhammad', true],
  ['2027-08-17', 'Hari Kemerdekaan', 'Independence Day'],
  ['2027-12-25', 'Hari Natal', 'Christmas Day'],
];

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Bots of groups: what they may decide by rules of their own, with powers that are granted and ended like a person's. */
export class Bots1763700000997 implements MigrationInterface {
  name = 'Bots1763700000997';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE bots (
        id uuid PRIMARY KEY,
        created_at timestamptz NOT NULL,
        group_id uuid NOT NULL REFERENCES groups (id),
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        CONSTRAINT bots_one_per_group UNIQUE (group_id)
      );
      CREATE TABLE bot_rules (
        id uuid PRIMARY KEY,
        created_at timestamptz NOT NULL,
        bot_id uuid NOT NULL REFERENCES bots (id),
        version integer NOT NULL CHECK (version >= 1),
        rule jsonb NOT NULL,
        reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
        published_by uuid NOT NULL REFERENCES people (id),
        CONSTRAINT bot_rules_version_unique UNIQUE (bot_id, version),
        CONSTRAINT bot_rules_of UNIQUE (id, bot_id)
      );
      CREATE TRIGGER bot_rules_append_only BEFORE UPDATE OR DELETE ON bot_rules
        FOR EACH ROW EXECUTE FUNCTION refuse_change();

      ALTER TABLE access_grants ALTER COLUMN person_id DROP NOT NULL, ADD COLUMN bot_id uuid REFERENCES bots (id),
        ADD CONSTRAINT access_grants_holder CHECK (num_nonnulls(person_id, bot_id) = 1);
      CREATE INDEX access_grants_bot ON access_grants (bot_id) WHERE bot_id IS NOT NULL;

      ALTER TABLE decisions ALTER COLUMN decided_by DROP NOT NULL, ADD COLUMN bot_id uuid REFERENCES bots (id),
        ADD COLUMN bot_rule_id uuid,
        ADD CONSTRAINT decisions_bot_rule FOREIGN KEY (bot_rule_id, bot_id) REFERENCES bot_rules (id, bot_id),
        ADD CONSTRAINT decisions_taker CHECK (num_nonnulls(decided_by, bot_id) = 1),
        ADD CONSTRAINT decisions_bot_by_rule CHECK ((bot_id IS NULL) = (bot_rule_id IS NULL));

      ALTER TABLE audit_entries DROP CONSTRAINT audit_entries_actor_kind_check,
        ADD CONSTRAINT audit_entries_actor_kind_check CHECK (actor_kind IN ('person', 'system', 'bot'));

      CREATE TABLE bot_looks (
        application_id uuid PRIMARY KEY REFERENCES applications (id),
        looked_at timestamptz NOT NULL
      );
      CREATE TABLE correction_reminders (
        application_id uuid NOT NULL REFERENCES applications (id),
        returned_at timestamptz NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT correction_reminders_once PRIMARY KEY (application_id, returned_at)
      );
    `);
  }

  /** Decisions of bots have no place before; what the trail says of them stays. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE correction_reminders, bot_looks;
      ALTER TABLE audit_entries DROP CONSTRAINT audit_entries_actor_kind_check,
        ADD CONSTRAINT audit_entries_actor_kind_check CHECK (actor_kind IN ('person', 'system')) NOT VALID;
      ALTER TABLE decisions DISABLE TRIGGER decisions_append_only;
      DELETE FROM decisions WHERE bot_id IS NOT NULL;
      ALTER TABLE decisions ENABLE TRIGGER decisions_append_only;
      ALTER TABLE decisions DROP CONSTRAINT decisions_bot_by_rule, DROP CONSTRAINT decisions_taker,
        DROP CONSTRAINT decisions_bot_rule, DROP COLUMN bot_rule_id, DROP COLUMN bot_id,
        ALTER COLUMN decided_by SET NOT NULL;
      DELETE FROM access_grants WHERE person_id IS NULL;
      ALTER TABLE access_grants DROP CONSTRAINT access_grants_holder, DROP COLUMN bot_id,
        ALTER COLUMN person_id SET NOT NULL;
      DROP TABLE bot_rules, bots;
    `);
  }
}

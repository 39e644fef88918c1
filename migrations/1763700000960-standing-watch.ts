import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rules that keep standing true, credentials that are asked about again, reminders of their last day, and cases for officers. */
export class StandingWatch1763700000960 implements MigrationInterface {
  name = 'StandingWatch1763700000960';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RULES);
    await runner.query(WATCHES);
    await runner.query(CASES);
    await runner.query(PRESENT_MEMBERS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE standing_cases, expiry_reminders, credential_watches, standing_rules;
      DROP INDEX checks_rechecks_open, checks_follows;
      ALTER TABLE checks DROP COLUMN follows_id;
    `);
  }
}

const RULES = `
  CREATE TABLE standing_rules (
    id uuid PRIMARY KEY,
    created_at timestamptz NOT NULL,
    group_id uuid NOT NULL REFERENCES groups (id),
    version integer NOT NULL CHECK (version >= 1),
    rule jsonb NOT NULL,
    reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
    published_by uuid REFERENCES people (id),
    CONSTRAINT standing_rules_version_unique UNIQUE (group_id, version)
  );
  CREATE TRIGGER standing_rules_append_only BEFORE UPDATE OR DELETE ON standing_rules
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
`;

const WATCHES = `
  ALTER TABLE checks ADD COLUMN follows_id uuid REFERENCES checks (id);
  CREATE UNIQUE INDEX checks_follows ON checks (follows_id) WHERE follows_id IS NOT NULL;
  CREATE INDEX checks_rechecks_open ON checks (source) WHERE origin_type = 'recheck' AND ended_at IS NULL;

  CREATE TABLE credential_watches (
    id uuid PRIMARY KEY,
    created_at timestamptz NOT NULL,
    credential_id uuid NOT NULL REFERENCES credentials (id),
    group_id uuid NOT NULL REFERENCES groups (id),
    source text NOT NULL,
    check_id uuid NOT NULL REFERENCES checks (id),
    expires_on date,
    due_at timestamptz,
    CONSTRAINT credential_watches_once UNIQUE (credential_id, group_id, source)
  );
  CREATE INDEX credential_watches_due ON credential_watches (source, due_at) WHERE due_at IS NOT NULL;
  CREATE INDEX credential_watches_expiry ON credential_watches (expires_on) WHERE expires_on IS NOT NULL;

  CREATE TABLE expiry_reminders (
    id uuid PRIMARY KEY,
    created_at timestamptz NOT NULL,
    credential_id uuid NOT NULL REFERENCES credentials (id),
    group_id uuid NOT NULL REFERENCES groups (id),
    expires_on date NOT NULL,
    days_before integer NOT NULL CHECK (days_before BETWEEN 0 AND 365),
    CONSTRAINT expiry_reminders_once UNIQUE (credential_id, expires_on, days_before)
  );
`;

const CASES = `
  CREATE TABLE standing_cases (
    id uuid PRIMARY KEY,
    created_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1,
    membership_id uuid NOT NULL REFERENCES memberships (id),
    credential_id uuid REFERENCES credentials (id),
    check_id uuid REFERENCES checks (id),
    code_id uuid REFERENCES codes (id),
    change text NOT NULL CHECK (change IN
      ('revoked', 'suspended', 'expired', 'mismatch', 'differs', 'not_found', 'restored', 'late')),
    proposal text NOT NULL CHECK (proposal IN ('review', 'suspension', 'reinstatement')),
    requirement_ids text[] NOT NULL DEFAULT '{}',
    rule_version integer NOT NULL,
    state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'settled')),
    verdict text CHECK (verdict IN ('keep', 'suspend', 'reinstate')),
    settled_by uuid REFERENCES people (id),
    settled_at timestamptz,
    settled_reason text CHECK (length(settled_reason) BETWEEN 1 AND 4000),
    CHECK ((state = 'settled') = (settled_at IS NOT NULL)),
    CHECK ((state = 'settled') = (verdict IS NOT NULL)),
    CHECK ((check_id IS NULL) = (credential_id IS NULL)),
    CHECK ((check_id IS NULL) <> (code_id IS NULL)),
    CONSTRAINT standing_cases_check_once UNIQUE (membership_id, check_id),
    CONSTRAINT standing_cases_code_once UNIQUE (membership_id, code_id)
  );
  CREATE INDEX standing_cases_open ON standing_cases (created_at) WHERE state = 'open';
`;

/**
 * Members of today are watched from today on. Their first questions are spread over a month, and no letter goes out about a
 * day that has passed already. What no rule asks about again loses its date with the first look at it.
 */
const PRESENT_MEMBERS = `
  INSERT INTO credential_watches (id, created_at, credential_id, group_id, source, check_id, expires_on, due_at)
  SELECT gen_random_uuid(), now(), k.credential_id, k.group_id, k.source, k.id, c.valid_until,
    CASE WHEN c.kind IN ('licence', 'certification') AND k.source <> 'manual' THEN now() + random() * interval '30 days' END
  FROM (SELECT DISTINCT ON (k.credential_id, m.group_id, k.source) k.*
    FROM memberships m JOIN application_credentials a ON a.application_id = m.application_id
    JOIN checks k ON k.credential_id = a.credential_id AND k.group_id = m.group_id AND k.run_state IN ('ran', 'not_covered')
    ORDER BY k.credential_id, m.group_id, k.source, k.id DESC) k
  JOIN credentials c ON c.id = k.credential_id`;

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Questions to those who issued a credential, the domains they may answer from, and a group's rules for verifying. */
export class Attestations1763700000955 implements MigrationInterface {
  name = 'Attestations1763700000955';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RULES);
    await runner.query(ATTESTATIONS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE attestation_reminders, attestations, institution_domains, verification_rules;
      DROP FUNCTION keep_ended_attestation;
    `);
  }
}

const RULES = `
  CREATE TABLE verification_rules (
    id uuid PRIMARY KEY,
    created_at timestamptz NOT NULL,
    group_id uuid NOT NULL REFERENCES groups (id),
    version integer NOT NULL CHECK (version >= 1),
    link_days integer NOT NULL CHECK (link_days BETWEEN 1 AND 90),
    reminder_days integer[] NOT NULL CHECK (cardinality(reminder_days) <= 2),
    ask_issuer_for text[] NOT NULL CHECK (ask_issuer_for <@ ARRAY['education', 'licence', 'certification', 'experience']),
    two_readers_for text[] NOT NULL CHECK (two_readers_for <@ ARRAY['education', 'licence', 'certification', 'experience']),
    reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
    published_by uuid REFERENCES people (id),
    CONSTRAINT verification_rules_version_unique UNIQUE (group_id, version)
  );
  CREATE TRIGGER verification_rules_append_only BEFORE UPDATE OR DELETE ON verification_rules
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER verification_rules_no_truncate BEFORE TRUNCATE ON verification_rules
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

  CREATE TABLE institution_domains (
    id uuid PRIMARY KEY,
    created_at timestamptz NOT NULL,
    group_id uuid NOT NULL REFERENCES groups (id),
    institution text NOT NULL CHECK (length(institution) BETWEEN 1 AND 300),
    institution_key text NOT NULL,
    domain text NOT NULL CHECK (domain = lower(domain) AND length(domain) BETWEEN 3 AND 253),
    contact_email text CHECK (length(contact_email) <= 254),
    reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
    added_by uuid REFERENCES people (id),
    ended_at timestamptz,
    ended_reason text,
    CHECK ((ended_at IS NULL) = (ended_reason IS NULL))
  );
  CREATE UNIQUE INDEX institution_domains_open ON institution_domains (group_id, institution_key, domain)
    WHERE ended_at IS NULL;
`;

const ATTESTATIONS = `
  CREATE TABLE attestations (
    id uuid PRIMARY KEY,
    created_at timestamptz NOT NULL,
    check_id uuid NOT NULL REFERENCES checks (id),
    reference text NOT NULL UNIQUE,
    institution text NOT NULL,
    contact_email text NOT NULL CHECK (length(contact_email) <= 254),
    domain text NOT NULL,
    domain_id uuid REFERENCES institution_domains (id),
    language text NOT NULL CHECK (language IN ('id', 'en')),
    claim jsonb NOT NULL,
    asked_by uuid REFERENCES people (id),
    replaces_id uuid REFERENCES attestations (id),
    link_days integer NOT NULL,
    reminder_days integer[] NOT NULL,
    token_hash bytea NOT NULL UNIQUE CHECK (length(token_hash) = 32),
    state text NOT NULL CHECK (state IN ('asked', 'sent', 'answered', 'withdrawn', 'lapsed', 'undelivered')),
    sent_at timestamptz,
    expires_at timestamptz,
    ended_at timestamptz,
    ended_by uuid REFERENCES people (id),
    ended_reason text CHECK (length(ended_reason) <= 1000),
    file_id uuid REFERENCES files (id),
    verdict text CHECK (verdict IN ('yes', 'no', 'differs')),
    answer text,
    answer_hash bytea CHECK (length(answer_hash) = 32),
    CHECK ((state IN ('asked', 'sent')) = (ended_at IS NULL)),
    CHECK ((state = 'answered') = (answer IS NOT NULL)),
    CHECK ((answer IS NULL) = (answer_hash IS NULL)),
    CHECK ((answer IS NULL) = (verdict IS NULL)),
    CHECK ((sent_at IS NULL) = (expires_at IS NULL))
  );
  CREATE UNIQUE INDEX attestations_one_open ON attestations (check_id) WHERE state IN ('asked', 'sent');
  CREATE INDEX attestations_check ON attestations (check_id, id);

  CREATE TABLE attestation_reminders (
    attestation_id uuid NOT NULL REFERENCES attestations (id),
    number integer NOT NULL CHECK (number BETWEEN 1 AND 2),
    created_at timestamptz NOT NULL,
    PRIMARY KEY (attestation_id, number)
  );

  CREATE FUNCTION keep_ended_attestation() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'DELETE' OR OLD.state NOT IN ('asked', 'sent') THEN
      RAISE EXCEPTION 'an attestation that has ended never changes';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER attestations_kept BEFORE UPDATE OR DELETE ON attestations
    FOR EACH ROW EXECUTE FUNCTION keep_ended_attestation();
  CREATE TRIGGER attestations_no_truncate BEFORE TRUNCATE ON attestations
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`;

import { Injectable } from '@nestjs/common';
import { CredentialFacts, type CredentialFact } from '@himpun/credentials';
import { Sql } from '@himpun/database';
import { Acknowledgements } from '@himpun/ethics';
import { Clock } from '@himpun/kernel';
import type { EntityManager } from 'typeorm';
import type { KeptAnswer } from '../application/application.entity';
import type { DisclosureFact, RequirementFacts, SponsorFact } from './requirement-facts';

/** The parts of an application from which its facts are gathered. */
export interface FactsOrigin {
  id: string;
  personId: string;
  groupId: string;
  answers: Readonly<Record<string, KeptAnswer>>;
}

/** The facts of an application; credentials carry their checks, so that a stored copy tells what each rested on. */
export interface GatheredFacts extends RequirementFacts {
  credentials: Readonly<Record<string, readonly CredentialFact[]>>;
}

const OFFERED = `SELECT requirement_id AS "requirementId", credential_id AS "credentialId"
  FROM application_credentials WHERE application_id = $1 ORDER BY requirement_id, created_at, credential_id`;

/** $1 application, $2 its group. What was offered, or what took its place since. */
const RELIED_ON = `
  WITH RECURSIVE line AS (
    SELECT requirement_id, credential_id, created_at FROM application_credentials WHERE application_id = $1
    UNION SELECT l.requirement_id, n.credential_id, l.created_at FROM line l JOIN credential_renewals n
      ON n.follows_id = l.credential_id AND n.group_id = $2 AND n.confirmed_at IS NOT NULL)
  SELECT l.requirement_id AS "requirementId", l.credential_id AS "credentialId" FROM line l
  WHERE NOT EXISTS (SELECT 1 FROM credential_renewals n
    WHERE n.follows_id = l.credential_id AND n.group_id = $2 AND n.confirmed_at IS NOT NULL)
  ORDER BY l.requirement_id, l.created_at, l.credential_id`;

/** $1 application, $2 now: who has not answered in time is no longer waited for. */
const SPONSORS = `SELECT s.requirement_id AS "requirementId", s.id AS "sponsorshipId",
    CASE WHEN s.state = 'asked' AND s.expires_at <= $2 THEN 'expired' ELSE s.state END AS state,
    CASE WHEN s.state = 'confirmed' THEN s.person_id END AS "personId",
    CASE WHEN s.state = 'confirmed' THEN m.number END AS "memberNumber",
    CASE WHEN s.state = 'confirmed' THEN s.ended_at END AS "confirmedAt"
  FROM sponsorships s LEFT JOIN memberships m ON m.id = s.membership_id
  WHERE s.application_id = $1 AND s.state <> 'withdrawn' ORDER BY s.id`;

/** The newest answers of each requirement, with their newest assessment. */
const DISCLOSURES = `SELECT DISTINCT ON (d.requirement_id) d.requirement_id AS "requirementId", d.id AS "disclosureId",
    d.needs_person AS "needsPerson",
    (SELECT json_build_object('id', x.id, 'verdict', x.verdict, 'conditions', x.conditions) FROM disclosure_assessments x WHERE x.disclosure_id = d.id
      ORDER BY x.id DESC LIMIT 1) AS assessment
  FROM disclosures d WHERE d.application_id = $1 ORDER BY d.requirement_id, d.id DESC`;

type SponsorRow = Omit<SponsorFact, 'confirmedAt'> & { requirementId: string; confirmedAt: Date | null };
type DisclosureRow = DisclosureFact & { requirementId: string };

/** Gathers what the rules of admission look at, from the rooms that know it. */
@Injectable()
export class RequirementFactsQueries {
  constructor(
    private readonly sql: Sql,
    private readonly credentialFacts: CredentialFacts,
    private readonly acknowledgements: Acknowledgements,
    private readonly clock: Clock,
  ) {}

  /** @param tx the transaction to read in, or null outside one. */
  async of(tx: EntityManager | null, application: FactsOrigin): Promise<GatheredFacts> {
    const values = [application.id];
    const offered: Offered[] = await this.read(tx, OFFERED, values);
    return this.gather(tx, application, offered);
  }

  /** The same with credentials that were renewed since in the place of those offered. Joins the caller's transaction. */
  async ofToday(tx: EntityManager, application: FactsOrigin): Promise<GatheredFacts> {
    const offered: Offered[] = await tx.query(RELIED_ON, [application.id, application.groupId]);
    return this.gather(tx, application, offered);
  }

  private async gather(
    tx: EntityManager | null,
    application: FactsOrigin,
    offered: readonly Offered[],
  ): Promise<GatheredFacts> {
    const ids = [...new Set(offered.map(({ credentialId }) => credentialId))];
    const facts = ids.length > 0 ? await this.credentialFacts.of(tx, application.personId, ids) : [];
    const sponsors: SponsorRow[] = await this.read(tx, SPONSORS, [application.id, this.clock.now()]);
    const disclosures: DisclosureRow[] = await this.read(tx, DISCLOSURES, [application.id]);
    const acknowledged = await this.acknowledgements.has(tx, application.personId, application.groupId);
    return {
      credentials: byRequirement(offered, facts),
      answers: Object.fromEntries(Object.entries(application.answers).map(([id, { value }]) => [id, value])),
      acknowledged,
      waivers: {},
      // Only where there is something: what was voted on before keeps its hash.
      ...(sponsors.length > 0 && { sponsors: grouped(sponsors) }),
      ...(disclosures.length > 0 && {
        disclosures: Object.fromEntries(
          disclosures.map(({ requirementId, ...fact }) => [requirementId, fact]),
        ),
      }),
    };
  }

  private read<Row>(tx: EntityManager | null, text: string, values: unknown[]): Promise<Row[]> {
    return tx ? tx.query(text, values) : this.sql.rows<Row & Record<string, unknown>>(text, values);
  }
}

function grouped(rows: readonly SponsorRow[]): Record<string, SponsorFact[]> {
  const sorted: Record<string, SponsorFact[]> = {};
  for (const { requirementId, confirmedAt, ...fact } of rows) {
    (sorted[requirementId] ??= []).push({ ...fact, confirmedAt: confirmedAt?.toISOString() ?? null });
  }
  return sorted;
}

interface Offered {
  requirementId: string;
  credentialId: string;
}

function byRequirement(
  offered: readonly Offered[],
  facts: readonly CredentialFact[],
): Record<string, CredentialFact[]> {
  const known = new Map(facts.map((fact) => [fact.credentialId, fact]));
  const sorted: Record<string, CredentialFact[]> = {};
  for (const { requirementId, credentialId } of offered) {
    const fact = known.get(credentialId);
    if (fact) (sorted[requirementId] ??= []).push(fact);
  }
  return sorted;
}

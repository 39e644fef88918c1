import { Injectable } from '@nestjs/common';
import { CredentialFacts, type CredentialFact } from '@himpun/credentials';
import { Sql } from '@himpun/database';
import { Acknowledgements } from '@himpun/ethics';
import type { EntityManager } from 'typeorm';
import type { KeptAnswer } from '../application/application.entity';
import type { RequirementFacts } from './requirement-facts';

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

/** Gathers what the rules of admission look at, from the rooms that know it. */
@Injectable()
export class RequirementFactsQueries {
  constructor(
    private readonly sql: Sql,
    private readonly credentialFacts: CredentialFacts,
    private readonly acknowledgements: Acknowledgements,
  ) {}

  /** @param tx the transaction to read in, or null outside one. */
  async of(tx: EntityManager | null, application: FactsOrigin): Promise<GatheredFacts> {
    const values = [application.id];
    const offered: Offered[] = tx
      ? await tx.query(OFFERED, values)
      : await this.sql.rows<Offered & Record<string, unknown>>(OFFERED, values);
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
    const acknowledged = await this.acknowledgements.has(tx, application.personId, application.groupId);
    return {
      credentials: byRequirement(offered, facts),
      answers: Object.fromEntries(Object.entries(application.answers).map(([id, { value }]) => [id, value])),
      acknowledged,
      waivers: {},
    };
  }
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

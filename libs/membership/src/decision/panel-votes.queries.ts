import { Injectable } from '@nestjs/common';
import { Sql } from '@himpun/database';
import type { DecisionRule, Requirement } from '@himpun/groups';
import { Clock, type LocalDate } from '@himpun/kernel';
import type { EntityManager } from 'typeorm';
import type { RequirementFacts } from '../requirement/requirement-facts';
import { stillCounts, type VoteGround } from './ballot.policy';
import type { DecisionProcess, KeptVote } from './decision-process';
import { factsHash } from './facts-hash';
import { tally, wantsVotes, type Tally } from './panel.policy';

/** A case whose votes are asked about, with its facts as they are now. */
export interface VotedCase {
  id: string;
  ruleId: string;
  decision: DecisionRule;
  requirements: Requirement[];
  facts: RequirementFacts;
  today: LocalDate;
}

/** The panel as it stands: the votes that count, those that do not any more, and who could still vote. */
export interface Panel {
  process: DecisionProcess;
  tally: Tally;
  /** Cast on another rule, submission or evidence, or by somebody who declared a conflict since. */
  lapsed: KeptVote[];
  /** Officers who may vote and have not. */
  waiting: Officer[];
  /** What a vote cast now rests on. */
  ground: VoteGround;
}

interface Officer {
  personId: string;
  fullName: string;
}

type OfficerRow = Officer & { isRecused: boolean; hasDecided: boolean };

/** Officers with the power to decide in the group or above it now. */
const OFFICERS = `SELECT p.id AS "personId", p.full_name AS "fullName",
    EXISTS (SELECT 1 FROM decision_members m WHERE m.application_id = a.id AND m.person_id = ANY (same_person(p.id))) AS "hasDecided",
    p.id = a.person_id OR EXISTS (SELECT 1 FROM review_conflicts c WHERE c.application_id = a.id AND c.person_id = ANY (same_person(p.id))) AS "isRecused"
  FROM applications a JOIN groups g ON g.id = a.group_id JOIN people p ON p.id IN (
    SELECT x.person_id FROM access_grants x WHERE x.group_id = ANY (g.path) AND x.power = 'applications.decide'
      AND x.valid_from <= $2 AND (x.valid_until IS NULL OR x.valid_until > $2))
  WHERE a.id = $1 ORDER BY p.full_name, p.id`;

/** The newest vote of each officer, of those cast on the appeal where there is one. */
const VOTES = `SELECT DISTINCT ON (present_person(v.voter_id)) present_person(v.voter_id) AS "personId", p.full_name AS "fullName", v.vote,
    v.reason_codes AS "reasonCodes", v.note, v.waivers, v.created_at AS "castAt", v.rule_id AS "ruleId", v.submission,
    v.facts_hash AS "factsHash", v.position::int AS position
  FROM decision_votes v JOIN people p ON p.id = v.voter_id
  WHERE v.application_id = $1
    AND v.appeal_id IS NOT DISTINCT FROM (SELECT p.id FROM appeals p WHERE p.application_id = $1) ORDER BY present_person(v.voter_id), v.position DESC`;

const KEPT_OUT = `SELECT present_person(person_id) AS "personId" FROM review_conflicts WHERE application_id = $1
  UNION SELECT person_id FROM applications WHERE id = $1`;

const SUBMISSION = `SELECT coalesce(max(number), 0)::int AS number FROM application_submissions WHERE application_id = $1`;

type VoteRow = Omit<KeptVote, 'castAt'> & VoteGround & { castAt: Date; position: number };

/** Reads how the votes of a case stand. */
@Injectable()
export class PanelVotes {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  /** The panel of a case; null where its rule wants no votes. @param tx the transaction to read in, or null outside one. */
  async of(tx: EntityManager | null, voted: VotedCase): Promise<Panel | null> {
    const { decision } = voted;
    if (!wantsVotes(decision)) return null;
    const officers = await this.read<OfficerRow>(tx, OFFICERS, [voted.id, this.clock.now()]);
    const keptOut = await this.read<{ personId: string }>(tx, KEPT_OUT, [voted.id]);
    const [submission] = await this.read<{ number: number }>(tx, SUBMISSION, [voted.id]);
    const cast = await this.read<VoteRow>(tx, VOTES, [voted.id]);
    const ground: VoteGround = {
      ruleId: voted.ruleId,
      submission: submission?.number ?? 0,
      factsHash: factsHash(voted.facts),
    };
    const now = { ...voted, ground, excludedIds: keptOut.map(({ personId }) => personId) };
    const votes = cast
      .sort((one, other) => one.position - other.position)
      .map(({ position: _position, ...vote }) => ({ ...vote, castAt: vote.castAt.toISOString() }));
    const counting = votes.filter((vote) => stillCounts(vote, now));
    const process: DecisionProcess = {
      rule: decision,
      seats: {
        eligibleIds: officers.filter(isFree).map(({ personId }) => personId),
        recused: officers.filter(({ isRecused }) => isRecused).length,
      },
      votes: counting.map(kept),
    };
    const voters = new Set(counting.map(({ personId }) => personId));
    return {
      process,
      tally: tally(decision, process.votes, process.seats),
      lapsed: votes.filter((vote) => !counting.includes(vote)).map(kept),
      waiting: officers
        .filter((officer) => isFree(officer) && !voters.has(officer.personId))
        .map(({ personId, fullName }) => ({ personId, fullName })),
      ground,
    };
  }

  private read<Row>(tx: EntityManager | null, text: string, values: unknown[]): Promise<Row[]> {
    return tx ? tx.query(text, values) : this.sql.rows<Row & Record<string, unknown>>(text, values);
  }
}

function isFree({ isRecused, hasDecided }: OfficerRow): boolean {
  return !isRecused && !hasDecided;
}

function kept(vote: KeptVote): KeptVote {
  const { personId, fullName, reasonCodes, note, waivers, castAt } = vote;
  return { personId, fullName, vote: vote.vote, reasonCodes, note, waivers, castAt };
}

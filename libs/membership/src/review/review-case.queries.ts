import { Injectable } from '@nestjs/common';
import { AuditQueries, type HistoryLine } from '@himpun/audit';
import type { CredentialFact } from '@himpun/credentials';
import { Sql } from '@himpun/database';
import type { DecisionRule, Requirement } from '@himpun/groups';
import { Clock, notFound, type Actor } from '@himpun/kernel';
import type { KeptAnswer, Returned } from '../application/application.entity';
import type { ApplicationState } from '../application/application.states';
import type { SubmittedContent } from '../application/submitted-content';
import { decisionRuleFor } from '../decision/decision.policy';
import { factsHash, plain } from '../decision/facts-hash';
import { PanelVotes, type Panel } from '../decision/panel-votes.queries';
import { followsApproval } from '../membership/admission.policy';
import { RequirementFactsQueries } from '../requirement/requirement-facts.queries';
import { requirementResults, type RequirementResult } from '../requirement/requirements.policy';
import { isOverdue } from './promise.policy';
import { assertMayReview, reviewRefusal } from './review.access';
import { DECIDED_IDS } from './reviewed-application';

/** One uploaded file as a reviewer sees it. */
export interface EvidenceFile {
  id: string;
  name: string;
  mediaType: string;
  /** Bytes. */
  size: number;
  /** Hex. */
  sha256: string;
  /** Whether this officer has looked at it in this case. */
  isSeen: boolean;
}

/** One requirement of the case with its result and all that bears on it. */
export interface CaseRequirement extends RequirementResult {
  requirement: Requirement;
  /** Done only after approval; stands in no decision's way. */
  followsApproval: boolean;
  /** What the applicant answered, for requirements that are answered in the form. */
  answer: unknown;
  credentials: (CredentialFact & { files: EvidenceFile[] })[];
}

/** Everything an officer needs for one case. */
export interface ReviewCase {
  id: string;
  version: number;
  reference: string;
  state: ApplicationState;
  personId: string;
  groupId: string;
  groupNameId: string;
  groupNameEn: string;
  gradeNameId: string;
  gradeNameEn: string;
  ruleVersion: number;
  submittedAt: Date;
  assignedTo: string | null;
  assignedName: string | null;
  returned: Returned | null;
  /** The last day that keeps the promise, `YYYY-MM-DD`; null while the applicant has it. */
  dueOn: string | null;
  /** Working days left when the clock was stopped; null while it runs. */
  daysLeft: number | null;
  isOverdue: boolean;
  /** What was sent in, the newest first. */
  submissions: { number: number; submittedAt: Date; content: SubmittedContent }[];
  requirements: CaseRequirement[];
  history: HistoryLine[];
  /** The facts as they are now; a decision names it, so that nobody decides on what they have not seen. */
  factsHash: string;
  mayDecide: boolean;
  /** Who takes the decision by the rule. */
  decision: DecisionRule;
  /** How the votes stand while it is submitted; null where the rule wants none. */
  panel: Panel | null;
  /** The appeal against its first decision; null where there is none. */
  appeal: { filedAt: string; grounds: string } | null;
  /** Officers to whom the case can be handed over. */
  colleagues: { personId: string; fullName: string }[];
}

interface CaseRow extends Record<string, unknown> {
  id: string;
  personId: string;
  groupId: string;
  groupPath: string[];
  zone: string;
  dueOn: string | null;
  daysLeft: number | null;
  answers: Record<string, KeptAnswer>;
  ruleId: string;
  state: ApplicationState;
  requirements: Requirement[];
  decision: DecisionRule;
  conflictedIds: string[];
  decidedIds: string[];
}

const CASE = `SELECT a.id, a.version, a.reference, a.state, a.person_id AS "personId", a.group_id AS "groupId",
    g.name_id AS "groupNameId", g.name_en AS "groupNameEn", g.path AS "groupPath", g.zone, t.name_id AS "gradeNameId",
    t.name_en AS "gradeNameEn", r.id AS "ruleId", r.version AS "ruleVersion",
    r.requirements, r.decision, a.answers, a.submitted_at AS "submittedAt",
    a.assigned_to AS "assignedTo", o.full_name AS "assignedName", a.returned,
    a.due_on::text AS "dueOn", a.days_left AS "daysLeft",
    ARRAY(SELECT present_person(c.person_id) FROM review_conflicts c WHERE c.application_id = a.id) AS "conflictedIds",
    ${DECIDED_IDS},
    (SELECT json_build_object('filedAt', p.created_at, 'grounds', p.grounds) FROM appeals p WHERE p.application_id = a.id) AS appeal
  FROM applications a JOIN groups g ON g.id = a.group_id JOIN grades t ON t.id = a.grade_id
  JOIN admission_rules r ON r.id = a.rule_id LEFT JOIN people o ON o.id = a.assigned_to
  WHERE a.id = $1 AND a.submitted_at IS NOT NULL`;

const SUBMISSIONS = `SELECT number, submitted_at AS "submittedAt", content FROM application_submissions
  WHERE application_id = $1 ORDER BY number DESC`;

const FILES = `SELECT id, name, media_type AS "mediaType", size, encode(sha256, 'hex') AS sha256,
    EXISTS (SELECT 1 FROM review_file_views v WHERE v.file_id = files.id AND v.application_id = $2 AND v.person_id = $3) AS "isSeen"
  FROM files
  WHERE id = ANY($1::uuid[]) AND deleted_at IS NULL`;

/** Officers with a power to review in the group or above it now, without the applicant and those in conflict. */
const COLLEAGUES = `SELECT DISTINCT p.id AS "personId", p.full_name AS "fullName"
  FROM applications a JOIN groups g ON g.id = a.group_id
  JOIN access_grants x ON x.group_id = ANY (g.path) AND x.power IN ('applications.review', 'applications.decide')
    AND x.valid_from <= $2 AND (x.valid_until IS NULL OR x.valid_until > $2)
  JOIN people p ON p.id = x.person_id
  WHERE a.id = $1 AND p.id <> a.person_id AND p.id <> $3
    AND NOT EXISTS (SELECT 1 FROM review_conflicts c WHERE c.application_id = a.id AND c.person_id = ANY (same_person(p.id)))
  ORDER BY p.full_name, p.id`;

/** Reads one case whole. */
@Injectable()
export class ReviewCases {
  constructor(
    private readonly sql: Sql,
    private readonly facts: RequirementFactsQueries,
    private readonly audit: AuditQueries,
    private readonly panels: PanelVotes,
    private readonly clock: Clock,
  ) {}

  /** @throws application.not_found, application.forbidden (own case, declared conflict) */
  async get(actor: Actor, applicationId: string): Promise<ReviewCase> {
    const row = await this.sql.row<CaseRow>(CASE, [applicationId]);
    if (!row) throw notFound('application');
    assertMayReview(actor, 'review', row);
    const facts = plain(await this.facts.of(null, row));
    const today = this.clock.today(row.zone);
    const results = requirementResults(row.requirements, facts, today);
    const decision = decisionRuleFor(row.decision, facts);
    const [files, submissions, history, colleagues, panel] = await Promise.all([
      this.files(Object.values(facts.credentials).flat(), row.id, actor),
      this.sql.rows<ReviewCase['submissions'][number] & Record<string, unknown>>(SUBMISSIONS, [row.id]),
      this.audit.historyOf('application', row.id),
      this.sql.rows<ReviewCase['colleagues'][number] & Record<string, unknown>>(COLLEAGUES, [
        row.id,
        this.clock.now(),
        actor.personId,
      ]),
      row.state === 'submitted' ? this.panels.of(null, { ...row, decision, facts, today }) : null,
    ]);
    const { groupPath: _path, zone: _zone, answers: _answers, ...known } = row;
    const { conflictedIds: _conflicted, decidedIds: _decided, ...shown } = known;
    return {
      ...(shown as unknown as ReviewCase),
      submissions,
      history,
      colleagues,
      panel,
      decision,
      isOverdue: isOverdue(row, today),
      factsHash: factsHash(facts),
      mayDecide: reviewRefusal(actor, 'decide', row) === null,
      requirements: row.requirements.map((requirement, index) => ({
        ...(results[index] as RequirementResult),
        requirement,
        followsApproval: followsApproval(requirement),
        answer: facts.answers[requirement.id] ?? null,
        credentials: (facts.credentials[requirement.id] ?? []).map((fact) => ({
          ...fact,
          files: fact.evidenceFileIds.flatMap((id) => files.get(id) ?? []),
        })),
      })),
    };
  }

  private async files(
    credentials: readonly CredentialFact[],
    applicationId: string,
    { personId }: Actor,
  ): Promise<Map<string, EvidenceFile>> {
    const ids = credentials.flatMap(({ evidenceFileIds }) => evidenceFileIds);
    if (ids.length === 0) return new Map();
    const rows = await this.sql.rows<EvidenceFile & Record<string, unknown>>(FILES, [
      ids,
      applicationId,
      personId,
    ]);
    return new Map(rows.map((file) => [file.id, file]));
  }
}

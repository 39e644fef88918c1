import { Injectable } from '@nestjs/common';
import { AuditQueries } from '@himpun/audit';
import { Sql } from '@himpun/database';
import type { Requirement } from '@himpun/groups';
import { Clock, notFound, type Actor, type LocalDate, type Reason } from '@himpun/kernel';
import { PersonDetails, type KnownDetails } from '@himpun/people';
import { stagePromises, type StageDays, type StagePromise } from '../desk/stage-promise.policy';
import { WorkCalendars } from '../desk/work-calendars.service';
import { RequirementFactsQueries, type GatheredFacts } from '../requirement/requirement-facts.queries';
import { requirementResults, type RequirementResult } from '../requirement/requirements.policy';
import { stageOf, type ApplicationStage, type WaitingOn } from './application-status.policy';
import { DETAILS, isApplicant, mayChange } from './application.access';
import type { KeptAnswer, Returned } from './application.entity';
import type { ApplicationState } from './application.states';
import { detailGaps } from './details.policy';

/** One application in a list of one's own. */
export interface ApplicationLine {
  id: string;
  reference: string;
  state: ApplicationState;
  groupId: string;
  groupNameId: string;
  groupNameEn: string;
  gradeNameId: string;
  gradeNameEn: string;
  createdAt: Date;
  submittedAt: Date | null;
}

/** One requirement in the applicant's task list. */
export interface TaskLine extends RequirementResult {
  requirement: Requirement;
  /** May be changed now. */
  open: boolean;
  /** What the reviewer asked to correct here. */
  note: string | null;
  answer: KeptAnswer | null;
  credentials: GatheredFacts['credentials'][string];
}

/** What an applicant may know of what happened; officers are the group to them. */
export interface PublicHistoryLine {
  at: Date;
  action: string;
  by: 'applicant' | 'group' | 'system';
}

/** One stage on the applicant's timeline. */
export interface PromisedLine extends StagePromise {
  state: 'done' | 'current' | 'coming';
}

/** Everything the applicant sees of one application. */
export interface OwnApplicationView extends ApplicationLine {
  version: number;
  gradeId: string;
  ruleVersion: number;
  decidedAt: Date | null;
  stage: ApplicationStage;
  waitingOn: WaitingOn;
  returned: Returned | null;
  /** The last day on which a decision keeps the rule's promise, `YYYY-MM-DD`; null while nobody decides. */
  dueOn: string | null;
  /** The promised last day of each stage, while somebody works on it; empty otherwise. */
  stages: PromisedLine[];
  /** Where its people ask for help. */
  contactEmail: string | null;
  details: KnownDetails;
  detailsGaps: Reason[];
  detailsOpen: boolean;
  detailsNote: string | null;
  tasks: TaskLine[];
  history: PublicHistoryLine[];
}

const LINE = `a.id, a.reference, a.state, a.group_id AS "groupId", g.name_id AS "groupNameId", g.name_en AS "groupNameEn",
  t.name_id AS "gradeNameId", t.name_en AS "gradeNameEn", a.created_at AS "createdAt", a.submitted_at AS "submittedAt"`;

const FROM = `FROM applications a JOIN groups g ON g.id = a.group_id JOIN grades t ON t.id = a.grade_id`;

const ONE = `SELECT ${LINE}, a.version, a.person_id AS "personId", a.grade_id AS "gradeId", a.decided_at AS "decidedAt",
    a.answers, a.returned, a.due_on::text AS "dueOn", g.contact_email AS "contactEmail", g.zone, r.version AS "ruleVersion", r.requirements,
    g.path AS "groupPath", r.promised_days AS "promisedDays", (SELECT json_build_object('checking', d.checking_days, 'judging', d.judging_days) FROM review_desks d
      WHERE d.group_id = ANY (g.path) AND d.checking_days IS NOT NULL ORDER BY array_position(g.path, d.group_id) DESC LIMIT 1) AS "stageDays",
    (SELECT count(*)::int FROM checks k WHERE k.origin_type = 'application' AND k.origin_id = a.id
       AND k.ended_at IS NULL) AS "openChecks",
    (SELECT count(*)::int FROM checks k WHERE k.origin_type = 'application' AND k.origin_id = a.id
       AND k.action = 'needs_person') AS "needsPerson"
  ${FROM} JOIN LATERAL (SELECT * FROM admission_rules WHERE CASE a.state WHEN 'draft' THEN grade_id = a.grade_id
    ELSE id = a.rule_id END ORDER BY version DESC LIMIT 1) r ON true
  WHERE a.id = $1`;

/** What an applicant reads of their history; notes that officers keep among themselves are not in this list. */
const TOLD = [
  'application.started',
  'application.submitted',
  'application.returned',
  'application.approved',
  'application.rejected',
  'application.withdrawn',
  'application.admitted',
  'application.appealed',
  'checks.requested',
];

type OneRow = ApplicationLine &
  Pick<
    OwnApplicationView,
    'version' | 'gradeId' | 'decidedAt' | 'ruleVersion' | 'returned' | 'dueOn' | 'contactEmail'
  > & {
    personId: string;
    answers: Record<string, KeptAnswer>;
    zone: string;
    requirements: Requirement[];
    openChecks: number;
    needsPerson: number;
    groupPath: string[];
    promisedDays: number;
    stageDays: StageDays | null;
  };

/** Reads for applicants. */
@Injectable()
export class ApplicationQueries {
  constructor(
    private readonly sql: Sql,
    private readonly facts: RequirementFactsQueries,
    private readonly people: PersonDetails,
    private readonly audit: AuditQueries,
    private readonly calendars: WorkCalendars,
    private readonly clock: Clock,
  ) {}

  /** A person's applications, newest first. */
  mine(personId: string): Promise<ApplicationLine[]> {
    return this.sql.rows<ApplicationLine & Record<string, unknown>>(
      `SELECT ${LINE} ${FROM} WHERE a.person_id = $1 ORDER BY a.created_at DESC, a.id DESC LIMIT 100`,
      [personId],
    );
  }

  /** One application with its task list and history, for its applicant. @throws application.not_found */
  async own(actor: Actor, id: string): Promise<OwnApplicationView> {
    const row = await this.sql.row<OneRow & Record<string, unknown>>(ONE, [id]);
    if (!row || !isApplicant(actor, row)) throw notFound('application');
    const [facts, details, history] = await Promise.all([
      this.facts.of(null, row),
      this.people.of(null, row.personId),
      this.historyOf(id, row.personId),
    ]);
    const { answers: _a, requirements: _r, openChecks, needsPerson, zone, personId: _p, ...more } = row;
    const { groupPath, promisedDays, stageDays, ...rest } = more;
    return {
      ...rest,
      ...stageOf(row.state, openChecks),
      stages:
        row.state === 'submitted' && row.dueOn !== null
          ? promisedLines(
              stagePromises(row.dueOn, promisedDays, stageDays, await this.calendars.of(groupPath)),
              { openChecks, needsPerson },
            )
          : [],
      details,
      detailsGaps: detailGaps(details),
      detailsOpen: mayChange(row, DETAILS),
      detailsNote: noteOn(row.returned, DETAILS),
      tasks: taskLines(row, facts, this.clock.today(zone)),
      history,
    };
  }

  private async historyOf(id: string, personId: string): Promise<PublicHistoryLine[]> {
    const lines = await this.audit.historyOf('application', id);
    const own = await this.sql.rows<{ id: string }>(
      'SELECT id FROM audit_entries WHERE subject_type = $1 AND subject_id = $2 AND actor_person_id = $3',
      ['application', id, personId],
    );
    const ownIds = new Set(own.map((line) => line.id));
    return lines
      .filter(({ action }) => TOLD.includes(action))
      .map((line) => ({
        at: line.at,
        action: line.action,
        by: line.actorKind === 'system' ? 'system' : ownIds.has(line.id) ? 'applicant' : 'group',
      }));
  }
}

function promisedLines(
  promises: readonly StagePromise[],
  { openChecks, needsPerson }: { openChecks: number; needsPerson: number },
): PromisedLine[] {
  const at = openChecks > 0 ? 0 : needsPerson > 0 ? 1 : 2;
  return promises.map((promise, place) => ({
    ...promise,
    state: place < at ? 'done' : place === at ? 'current' : 'coming',
  }));
}

function taskLines(row: OneRow, facts: GatheredFacts, today: LocalDate): TaskLine[] {
  const results = requirementResults(row.requirements, facts, today);
  return row.requirements.map((requirement, index) => ({
    ...(results[index] as RequirementResult),
    requirement,
    open: mayChange(row, requirement.id),
    note: noteOn(row.returned, requirement.id),
    answer: row.answers[requirement.id] ?? null,
    credentials: facts.credentials[requirement.id] ?? [],
  }));
}

function noteOn(returned: Returned | null, part: string): string | null {
  return returned?.items.find(({ requirementId }) => requirementId === part)?.note ?? null;
}

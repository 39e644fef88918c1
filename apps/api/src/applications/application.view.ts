import type {
  ApplicationLine,
  ApplicationStage,
  ApplicationState,
  KeptAnswer,
  OwnApplicationView,
  RequirementState,
  TaskLine,
} from '@himpun/membership';
import { ReasonView, RequirementView } from '../groups/requirement.view';

/** One application in a list of one's own. */
export class ApplicationLineView {
  id: string;
  /** `P-2026-000123`. */
  reference: string;
  state: ApplicationState;
  groupId: string;
  groupNameId: string;
  groupNameEn: string;
  gradeNameId: string;
  gradeNameEn: string;
  /** ISO 8601. */
  createdAt: string;
  submittedAt: string | null;

  static of(line: ApplicationLine): ApplicationLineView {
    return {
      ...line,
      createdAt: line.createdAt.toISOString(),
      submittedAt: line.submittedAt?.toISOString() ?? null,
    };
  }
}

/** A section's answer and the version to name in `If-Match` when saving over it. */
export class AnswerView {
  version: number;
  savedAt: string;
  value: Record<string, unknown>;

  static of(answer: KeptAnswer): AnswerView {
    return { ...answer, value: answer.value as Record<string, unknown> };
  }
}

/** A credential offered for a requirement, in short. */
export class OfferedView {
  credentialId: string;
  kind: 'education' | 'licence' | 'certification' | 'experience';
  title: string | null;
  institution: string | null;
  authority: string | null;
  number: string | null;
  standing: 'unchecked' | 'pending' | 'confirmed' | 'refuted' | 'needs_person';
  evidenceCount: number;
}

/** One section of the task list. */
export class TaskView {
  requirement: RequirementView;
  result: RequirementState;
  reasons: ReasonView[];
  /** May be changed now. */
  open: boolean;
  /** What to correct here, in the reviewer's words. */
  note: string | null;
  answer: AnswerView | null;
  credentials: OfferedView[];

  static of(task: TaskLine): TaskView {
    return {
      requirement: RequirementView.of(task.requirement),
      result: task.result,
      reasons: task.reasons.map((reason) => ReasonView.of(reason)),
      open: task.open,
      note: task.note,
      answer: task.answer && AnswerView.of(task.answer),
      credentials: task.credentials.map(({ credentialId, kind, standing, claim, evidenceFileIds }) => ({
        credentialId,
        kind,
        title: claim.title,
        institution: claim.institution,
        authority: claim.authority,
        number: claim.number,
        standing,
        evidenceCount: evidenceFileIds.length,
      })),
    };
  }
}

/** The applicant's own details; `version` goes into `If-Match` when saving. */
export class DetailsView {
  version: number;
  fullName: string;
  titleBefore: string | null;
  titleAfter: string | null;
  certificateName: string | null;
  birthDate: string | null;
  phone: string | null;
  /** What is still missing. */
  gaps: ReasonView[];
  open: boolean;
  note: string | null;
}

/** What happened, as the applicant may know it. */
export class HistoryView {
  at: string;
  /** e.g. `application.submitted`. */
  action: string;
  by: 'applicant' | 'group' | 'system';
}

/** One stage of the work on an application. */
export class StageView {
  /** `checking`, `judging` or `deciding`. */
  stage: string;
  /** The last day that keeps the promise, `YYYY-MM-DD`. */
  dueOn: string;
  /** `done`, `current` or `coming`. */
  state: string;
}

/** One application for its applicant: task list, status and history. */
export class ApplicationView extends ApplicationLineView {
  version: number;
  gradeId: string;
  ruleVersion: number;
  stage: ApplicationStage;
  waitingOn: 'applicant' | 'system' | 'group' | 'nobody';
  decidedAt: string | null;
  /** When it was sent back; null otherwise. */
  returnedAt: string | null;
  /** The last day on which the corrections asked for are expected, `YYYY-MM-DD`; null otherwise. */
  answerBy: string | null;
  /** The last day of the promised decision, `YYYY-MM-DD`; null while it waits for the applicant, and once decided. */
  decisionBy: string | null;
  /** The promised last day of each stage; empty while nobody works on it. */
  stages: StageView[];
  /** Where to ask for help; null where the group named nobody. */
  contactEmail: string | null;
  details: DetailsView;
  tasks: TaskView[];
  history: HistoryView[];

  static override of(own: OwnApplicationView): ApplicationView {
    const { id, reference, state, groupId, groupNameId, groupNameEn, gradeNameId, gradeNameEn } = own;
    return {
      ...ApplicationLineView.of({
        ...{ id, reference, state, groupId, groupNameId, groupNameEn, gradeNameId, gradeNameEn },
        createdAt: own.createdAt,
        submittedAt: own.submittedAt,
      }),
      version: own.version,
      gradeId: own.gradeId,
      ruleVersion: own.ruleVersion,
      stage: own.stage,
      waitingOn: own.waitingOn,
      decidedAt: own.decidedAt?.toISOString() ?? null,
      returnedAt: own.returned?.at ?? null,
      answerBy: own.returned?.answerBy ?? null,
      decisionBy: own.state === 'submitted' ? own.dueOn : null,
      stages: own.stages.map(({ stage, dueOn, state }) => ({ stage, dueOn, state })),
      contactEmail: own.contactEmail,
      details: {
        ...own.details,
        gaps: own.detailsGaps.map((gap) => ReasonView.of(gap)),
        open: own.detailsOpen,
        note: own.detailsNote,
      },
      tasks: own.tasks.map((task) => TaskView.of(task)),
      history: own.history.map((line) => ({ ...line, at: line.at.toISOString() })),
    };
  }
}

/** Where a new application is found. */
export class StartedView {
  id: string;
}

/** What a submission got. */
export class SubmissionView {
  reference: string;
}

/** The version that a save made. */
export class SavedView {
  version: number;
}

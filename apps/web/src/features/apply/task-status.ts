import type { TaskStatus } from '../../ui/task-list';
import type { Application, Details, Task } from './apply.api';

/** Requirements that are shown with a credential. */
const CREDENTIALS: readonly string[] = ['education', 'licence', 'experience'];

export function needsCredential(task: Pick<Task, 'requirement'>): boolean {
  return CREDENTIALS.includes(task.requirement.kind);
}

/** Reasons that only say that work is left, not that something is wrong. */
const UNFINISHED: readonly string[] = ['missing', 'evidence_missing', 'claim_unfinished', 'sponsors_missing'];
/** Met only when the questions are answered, though they never count against anybody. */
const UNANSWERED = 'disclosure_missing';

/** How a section of the form stands, in the five words of the task list. */
export function taskStatus(task: Task): TaskStatus {
  if (task.note !== null) return 'problem';
  if (task.requirement.kind === 'ethics') return task.result === 'met' ? 'done' : 'cannot-start';
  if (task.reasons.some(({ code }) => code === UNANSWERED)) return 'not-started';
  if (task.result !== 'not_met') return 'done';
  const hasBegun = needsCredential(task) ? task.credentials.length > 0 : task.answer !== null;
  if (task.reasons.some(({ code }) => code === 'sponsor_unavailable')) return 'problem';
  if (!hasBegun) return 'not-started';
  return task.reasons.every(({ code }) => UNFINISHED.includes(code)) ? 'in-progress' : 'problem';
}

export function detailsStatus(details: Pick<Details, 'gaps' | 'note'>): TaskStatus {
  if (details.note !== null) return 'problem';
  if (details.gaps.length === 0) return 'done';
  return details.gaps.length === 1 ? 'in-progress' : 'not-started';
}

/** Kinds that are not answered by a form that saves itself. */
const OWN_PAGES: Readonly<Record<string, string>> = {
  sponsor: 'sponsors',
  disclosure: 'disclosures',
};

/** Whether a section can be opened now: sponsors also while others are being asked and the case is under review. */
export function isOpen(
  application: Pick<Application, 'state'>,
  task: Pick<Task, 'open' | 'requirement'>,
): boolean {
  if (task.requirement.kind === 'ethics') return false;
  const isUnderWay = ['draft', 'submitted', 'returned'].includes(application.state);
  return task.open || (task.requirement.kind === 'sponsor' && isUnderWay);
}

/** Where a section is filled in. */
export function taskPath(applicationId: string, task: Pick<Task, 'requirement'>): string {
  const { kind, id } = task.requirement;
  const folder = needsCredential(task) ? 'credentials' : (OWN_PAGES[kind] ?? 'sections');
  return `/applications/${applicationId}/${folder}/${id}`;
}

/** Sections that are done, of all that the applicant can do before submitting. */
export function progress(application: Pick<Application, 'tasks' | 'details'>): { done: number; all: number } {
  const statuses = [detailsStatus(application.details), ...application.tasks.map(taskStatus)].filter(
    (status) => status !== 'cannot-start',
  );
  return { done: statuses.filter((status) => status === 'done').length, all: statuses.length };
}

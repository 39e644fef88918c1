import {
  type DateForm,
  type FileFormat,
  type ListAnswer,
  type ListDetail,
  type ListLine,
  type ListPerson,
  type ListResult,
  type ListState,
  type RunState,
  type CheckOutcome,
} from '@himpun/credentials';
import type { Bilingual } from '@himpun/kernel';
import { ComparedFieldView, CredentialCheckReasonView, CredentialCheckTextView } from '../checks/check.view';
import { RowProblemView } from '../registers/register-import.view';

/** One list among others; times ISO 8601. */
export class VerificationListView {
  id: string;
  groupId: string;
  groupName: CredentialCheckTextView;
  name: string;
  /** `refused`: has faults; `draft`: nobody was asked yet; `running`; `cancelled`; `finished`. */
  state: ListState;
  /** People in it. */
  rows: number;
  /** People whose result is there. */
  done: number;
  errors: number;
  createdAt: string;
  createdBy: string | null;
  startedAt: string | null;
  endedAt: string | null;
  /** When the people in it were erased. */
  erasedAt: string | null;

  static of(line: ListLine): VerificationListView {
    const { id, groupId, groupNameId, groupNameEn, name, state, rows, done, errors, createdBy } = line;
    return Object.assign(new VerificationListView(), {
      ...{ id, groupId, name, state, rows, done, errors, createdBy },
      groupName: { id: groupNameId, en: groupNameEn },
      createdAt: line.createdAt.toISOString(),
      startedAt: line.startedAt?.toISOString() ?? null,
      endedAt: line.endedAt?.toISOString() ?? null,
      erasedAt: line.erasedAt?.toISOString() ?? null,
    });
  }
}

/** One page of lists. */
export class VerificationListsPageView {
  items: VerificationListView[];
  total: number;
  page: number;
  pageSize: number;
}

/** What one source is to be asked. */
export class ListSourceView {
  source: string;
  sourceName: CredentialCheckTextView;
  questions: number;
  /** Questions without an answer. */
  open: number;
  /** Questions per second at most; null: no limit. */
  perSecond: number | null;
  /** It may not be asked before. */
  heldUntil: string | null;
}

/** A person as read from the file; dates `YYYY-MM-DD`. */
export class ListSampleView {
  row: number;
  number: string;
  name: string;
  birthDate: string | null;
  authority: string;
  profession: string | null;
  validUntil: string | null;

  static of({ row, number, name, birthDate, authority, profession, validUntil }: ListPerson): ListSampleView {
    const facts = { row, number, name, birthDate, authority, profession, validUntil };
    return Object.assign(new ListSampleView(), facts);
  }
}

/** How many people have one result. */
export class ListResultCountView {
  /** `waiting`, an outcome, or how the source ended without one. */
  result: ListResult;
  count: number;
}

/** A list with what its file held, what is asked, and how far it is. */
export class VerificationListDetailView extends VerificationListView {
  fileName: string;
  /** Bytes. */
  fileSize: number;
  /** SHA-256 of the file, hex. */
  fileSha256: string;
  format: FileFormat;
  /** Column → heading of the file. */
  mapping: Record<string, string>;
  dates: DateForm;
  authority: string | null;
  profession: string | null;
  headings: string[];
  firstRows: string[][];
  /** Headings that are not read. */
  ignored: string[];
  /** The file can be read in another way. */
  canReread: boolean;
  /** At most 500; `errors` counts all, `problems.csv` lists them. */
  problems: RowProblemView[];
  /** First people as they would be asked about; only while the list waits. */
  sample: ListSampleView[];
  sources: ListSourceView[];
  /** Largest first. */
  results: ListResultCountView[];
  startedBy: string | null;
  /** Answers per minute lately; null when nothing can be said. */
  perMinute: number | null;
  secondsLeft: number | null;

  static from(detail: ListDetail, nameOf: (source: string) => Bilingual): VerificationListDetailView {
    const { fileName, fileSize, fileSha256, format, mapping, dates, authority, profession } = detail;
    const { headings, firstRows, ignored } = detail.report;
    const results = Object.entries(detail.results) as [ListResult, number][];
    return Object.assign(new VerificationListDetailView(), VerificationListView.of(detail), {
      ...{ fileName, fileSize, fileSha256, format, mapping, dates, authority, profession },
      ...{ headings, firstRows, ignored, canReread: detail.canReread, startedBy: detail.startedBy },
      ...detail.pace,
      problems: detail.problems.map((problem) => RowProblemView.of(problem)),
      sample: detail.sample.map((person) => ListSampleView.of(person)),
      sources: detail.sources.map(({ heldUntil, ...line }) => ({
        ...line,
        sourceName: nameOf(line.source),
        heldUntil: heldUntil?.toISOString() ?? null,
      })),
      results: results.map(([result, count]) => ({ result, count })).sort((a, b) => b.count - a.count),
    });
  }
}

/** What one source said of one person. */
export class ListAnswerView {
  id: string;
  source: string;
  sourceName: CredentialCheckTextView;
  runState: RunState;
  outcome: CheckOutcome | null;
  reasons: CredentialCheckReasonView[];
  sourceVersion: string | null;
  attempts: number;
  /** ISO 8601. */
  endedAt: string | null;
  /** SHA-256 of the whole answer, hex. */
  answerHash: string | null;
  /** Only of one person alone, as are the question and the answer. */
  fields: ComparedFieldView[];
  query: Record<string, unknown> | null;
  answer: string | null;

  static of(line: ListAnswer, sourceName: Bilingual): ListAnswerView {
    const { id, source, runState, outcome, sourceVersion, attempts, answerHash, query, answer } = line;
    return Object.assign(new ListAnswerView(), {
      ...{ id, source, sourceName, runState, outcome, sourceVersion, attempts, answerHash, query, answer },
      reasons: line.reasons.map(({ code, text, field }) => ({ code, text, field: field ?? null })),
      fields: line.fields.map((field) => ComparedFieldView.of(field, true)),
      endedAt: line.endedAt === null ? null : new Date(line.endedAt).toISOString(),
    });
  }
}

/** One person of a list with the answers of all sources. */
export class ListPersonView extends ListSampleView {
  id: string;
  result: ListResult;
  /** ISO 8601. */
  checkedAt: string | null;
  answers: ListAnswerView[];

  static from(person: ListPerson, nameOf: (source: string) => Bilingual): ListPersonView {
    return Object.assign(new ListPersonView(), ListSampleView.of(person), {
      ...{ id: person.id, result: person.result },
      checkedAt: person.checkedAt?.toISOString() ?? null,
      answers: person.answers.map((answer) => ListAnswerView.of(answer, nameOf(answer.source))),
    });
  }
}

/** One page of people. */
export class ListPeoplePageView {
  items: ListPersonView[];
  total: number;
  page: number;
  pageSize: number;
}

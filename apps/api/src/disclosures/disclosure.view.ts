import type { CaseDisclosure, OpenedDisclosure, OwnDisclosure, ToldDisclosure } from '@himpun/membership';
import { TextView } from '../groups/requirement.view';

/** One's own answer to one question. */
export class DisclosureAnswerView {
  questionId: string;
  yes: boolean;
  explanation: string;
}

/** A file that goes with a disclosure; read it at `/api/files/{id}`. */
export class DisclosureFileView {
  id: string;
  name: string;
  /** Bytes. */
  size: number;
}

/** One's own answers to the questions of a requirement. */
export class OwnDisclosureView {
  /** Name it in `replaces` when answering anew; null while nothing is answered. */
  id: string | null;
  answers: DisclosureAnswerView[];
  evidence: DisclosureFileView[];

  static of({ id, answers, evidence }: OwnDisclosure): OwnDisclosureView {
    return Object.assign(new OwnDisclosureView(), { id, answers, evidence });
  }
}

/** What was kept. */
export class DisclosedView {
  id: string;
}

/** How a disclosure was assessed. */
export class AssessmentView {
  verdict: 'no_concern' | 'with_conditions' | 'concern';
  reason: string;
  conditions: string | null;
  assessedBy: string;
  /** ISO 8601 instant. */
  at: string;
}

/** A disclosure of a case, without its contents. */
export class CaseDisclosureView {
  id: string;
  requirementId: string;
  /** Something was answered with yes. */
  needsPerson: boolean;
  /** ISO 8601 instant. */
  answeredAt: string;
  isErased: boolean;
  /** Whether the reader has opened it. */
  isRead: boolean;
  assessment: AssessmentView | null;

  static of({ answeredAt, assessment, ...rest }: CaseDisclosure): CaseDisclosureView {
    return Object.assign(new CaseDisclosureView(), rest, {
      answeredAt: answeredAt.toISOString(),
      assessment: assessment && { ...assessment, at: new Date(assessment.at).toISOString() },
    });
  }
}

/** One question with its answer. */
export class OpenedAnswerView {
  question: TextView;
  yes: boolean;
  explanation: string;
}

/** What stands in a disclosure; that it was opened is on record. */
export class OpenedDisclosureView {
  answers: OpenedAnswerView[];
  /** A member's own words; empty where questions were asked. */
  text: string;
  evidence: DisclosureFileView[];

  static of({ answers, text, evidence }: OpenedDisclosure): OpenedDisclosureView {
    return Object.assign(new OpenedDisclosureView(), {
      answers,
      text,
      evidence: evidence.map(({ id, name, size }) => ({ id, name, size })),
    });
  }
}

/** Something that one told as a member. */
export class ToldDisclosureView {
  id: string;
  /** ISO 8601 instant. */
  at: string;
  groupNameId: string;
  groupNameEn: string;
  state: 'open' | 'settled';

  static of({ at, ...rest }: ToldDisclosure): ToldDisclosureView {
    return { ...rest, at: at.toISOString() };
  }
}

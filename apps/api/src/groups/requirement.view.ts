import { evidenceNeed, type Requirement } from '@himpun/groups';
import type { Bilingual, Reason } from '@himpun/kernel';

/** A text in both languages. */
export class TextView {
  id: string;
  en: string;
}

/** Why a rule answered as it did. */
export class ReasonView {
  /** Stable. */
  code: string;
  text: TextView;
  /** Of a requirement: its id; of an answer: its field. */
  field: string | null;

  static of({ code, text, field }: Reason): ReasonView {
    return { code, text, field: field ?? null };
  }
}

/** One thing to choose from. */
export class OptionView {
  code: string;
  label: TextView;
}

/** One question about the past. */
export class QuestionView {
  id: string;
  text: TextView;
}

/** One gate of a grade's rules. Fields that its kind does not use are null. */
export class RequirementView {
  id: string;
  kind: Requirement['kind'];
  title: TextView;
  hint: TextView;
  /** education: KKNI 1 to 9. */
  minimumLevel: number | null;
  /** education: accepted fields; empty for any. */
  fields: string[] | null;
  /** licence. */
  authority: string | null;
  profession: string | null;
  /** experience: whole months. */
  minimumMonths: number | null;
  /** sponsor: how many. */
  count: number | null;
  /** sponsor: days to answer, and open applications per member; null for the usual. */
  answerDays: number | null;
  openPerMember: number | null;
  /** disclosure. */
  questions: QuestionView[] | null;
  /** interest. */
  options: OptionView[] | null;
  /** commitment: what is promised. */
  text: TextView | null;
  /** education, licence, experience: whether a file must come with the credential. */
  evidence: 'required' | 'optional' | null;

  static of(requirement: Requirement): RequirementView {
    return Object.assign(new RequirementView(), {
      ...NOTHING,
      ...requirement,
      evidence: evidenceOf(requirement),
    });
  }
}

type CredentialRequirement = Extract<Requirement, { kind: 'education' | 'licence' | 'experience' }>;

function isCredential(requirement: Requirement): requirement is CredentialRequirement {
  return ['education', 'licence', 'experience'].includes(requirement.kind);
}

function evidenceOf(requirement: Requirement): 'required' | 'optional' | null {
  return isCredential(requirement) ? evidenceNeed(requirement) : null;
}

const NOTHING = {
  minimumLevel: null,
  fields: null,
  authority: null,
  profession: null,
  minimumMonths: null,
  count: null,
  answerDays: null,
  openPerMember: null,
  questions: null,
  options: null,
  text: null as Bilingual | null,
};

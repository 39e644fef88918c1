import type { Bilingual } from '@himpun/kernel';

/** Whether a credential must come with an uploaded file, or may stand on its number and the source's answer alone. */
export type EvidenceNeed = 'required' | 'optional';

interface RequirementBase {
  /** Stable within the rule: answers, links and reasons name it. Lower-case letters, digits and hyphens. */
  id: string;
  title: Bilingual;
  /** What to have at hand, or how it is judged. */
  hint: Bilingual;
}

/** A degree of at least a level, in one of the accepted fields (empty: any). */
export interface EducationRequirement extends RequirementBase {
  kind: 'education';
  /** KKNI 1 to 9 (Perpres 8/2012): 5 is D3, 6 is S1/D4, 7 the profession's degree, 8 S2, 9 S3. */
  minimumLevel: number;
  fields: string[];
  evidence?: EvidenceNeed;
}

/** A licence of an authority for a profession, valid on the day of the decision. */
export interface LicenceRequirement extends RequirementBase {
  kind: 'licence';
  authority: string;
  profession: string;
  evidence?: EvidenceNeed;
}

/** Whole months of work, computed from dates; overlapping posts count once. */
export interface ExperienceRequirement extends RequirementBase {
  kind: 'experience';
  minimumMonths: number;
  evidence?: EvidenceNeed;
}

/** The group's current code of ethics, acknowledged after approval. */
export interface EthicsRequirement extends RequirementBase {
  kind: 'ethics';
}

/** Members in good standing who vouch for the applicant. */
export interface SponsorRequirement extends RequirementBase {
  kind: 'sponsor';
  count: number;
  /** Days that a named member has to answer, 3 to 60; 14 when absent. */
  answerDays?: number;
  /** Open applications that one member may support at a time, 1 to 50; 5 when absent. */
  openPerMember?: number;
}

/** Fields of work to choose from. */
export interface InterestRequirement extends RequirementBase {
  kind: 'interest';
  options: { code: string; label: Bilingual }[];
}

/** When and how much the applicant can help. */
export interface AvailabilityRequirement extends RequirementBase {
  kind: 'availability';
}

/** A promise in the group's own words. */
export interface CommitmentRequirement extends RequirementBase {
  kind: 'commitment';
  text: Bilingual;
}

/** Questions about the past (sanctions, convictions). A yes is looked at by a person and decides nothing by itself. */
export interface DisclosureRequirement extends RequirementBase {
  kind: 'disclosure';
  /** `id` is stable within the requirement. */
  questions: { id: string; text: Bilingual }[];
}

/** One gate of a grade's admission rules. The list of them is data; the same engine reads it for every group. */
export type Requirement =
  | EducationRequirement
  | LicenceRequirement
  | ExperienceRequirement
  | EthicsRequirement
  | SponsorRequirement
  | InterestRequirement
  | AvailabilityRequirement
  | CommitmentRequirement
  | DisclosureRequirement;

export type RequirementKind = Requirement['kind'];

/** Whether a file must be bound to a credential of this requirement; work and study are shown, a licence can be looked up. */
export function evidenceNeed(
  requirement: EducationRequirement | LicenceRequirement | ExperienceRequirement,
): EvidenceNeed {
  return requirement.evidence ?? (requirement.kind === 'licence' ? 'optional' : 'required');
}

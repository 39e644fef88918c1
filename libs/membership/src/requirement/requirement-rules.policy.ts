import { claimGaps } from '@himpun/credentials';
import {
  evidenceNeed,
  type EducationRequirement,
  type ExperienceRequirement,
  type LicenceRequirement,
  type Requirement,
} from '@himpun/groups';
import type { LocalDate, Reason } from '@himpun/kernel';
import type { AvailabilityAnswer, CommitmentAnswer, InterestAnswer, SponsorAnswer } from './answers.policy';
import { monthsWorked } from './experience.policy';
import { reasons } from './requirement-reasons';
import type {
  DisclosureFact,
  Judgement,
  OfferedCredential,
  RequirementFacts,
  SponsorFact,
} from './requirement-facts';

/** How one requirement stands; every kind has its case, and the compiler refuses a kind without one. */
export function judge(requirement: Requirement, facts: RequirementFacts, today: LocalDate): Judgement {
  const answer = facts.answers[requirement.id];
  switch (requirement.kind) {
    case 'education':
      return judgeEducation(requirement, offered(requirement, facts, 'education'));
    case 'licence':
      return judgeLicence(requirement, offered(requirement, facts, 'licence'), today);
    case 'experience':
      return judgeExperience(requirement, offered(requirement, facts, 'experience'), today);
    case 'ethics':
      return facts.acknowledged
        ? { result: 'met', reasons: [reasons.acknowledged()] }
        : { result: 'pending', reasons: [reasons.afterApproval()] };
    case 'sponsor':
      return judgeSponsors(
        requirement.count,
        facts.sponsors?.[requirement.id],
        answer as SponsorAnswer | undefined,
      );
    case 'interest':
      return answered(requirement, ((answer as InterestAnswer | undefined)?.chosen.length ?? 0) > 0);
    case 'availability':
      return answered(requirement, isAvailable(answer as AvailabilityAnswer | undefined));
    case 'commitment':
      return answered(requirement, (answer as CommitmentAnswer | undefined)?.accepted === true);
    case 'disclosure':
      return judgeDisclosure(facts.disclosures?.[requirement.id]);
  }
}

function offered(
  requirement: Requirement,
  facts: RequirementFacts,
  kind: OfferedCredential['kind'],
): OfferedCredential[] {
  return (facts.credentials[requirement.id] ?? []).filter((credential) => credential.kind === kind);
}

function judgeEducation(requirement: EducationRequirement, credentials: OfferedCredential[]): Judgement {
  return best(requirement, credentials, ({ claim }) => [
    ...((claim.level ?? 0) < requirement.minimumLevel ? [reasons.levelTooLow(requirement.minimumLevel)] : []),
    ...(isAccepted(claim.field, requirement.fields) ? [] : [reasons.fieldNotAccepted(requirement.fields)]),
  ]);
}

function judgeLicence(
  requirement: LicenceRequirement,
  credentials: OfferedCredential[],
  today: LocalDate,
): Judgement {
  return best(requirement, credentials, ({ claim }) => [
    ...(same(claim.authority, requirement.authority) ? [] : [reasons.otherAuthority(requirement.authority)]),
    ...(same(claim.profession, requirement.profession)
      ? []
      : [reasons.otherProfession(requirement.profession)]),
    ...(claim.validFrom && claim.validFrom > today ? [reasons.notYetValid(claim.validFrom)] : []),
    ...(claim.validUntil && claim.validUntil < today ? [reasons.expired(claim.validUntil)] : []),
  ]);
}

/** Posts add up, so the standing of all of them counts: confirmed months decide alone, claimed ones keep it pending. */
function judgeExperience(
  requirement: ExperienceRequirement,
  credentials: OfferedCredential[],
  today: LocalDate,
): Judgement {
  if (credentials.length === 0) return { result: 'not_met', reasons: [reasons.missing(requirement.title)] };
  const months = (list: OfferedCredential[]): number =>
    monthsWorked(
      list.map(({ claim }) => claim),
      today,
    );
  const needed = requirement.minimumMonths;
  if (credentials.some(isUnfinished)) return { result: 'not_met', reasons: [reasons.unfinished()] };
  if (credentials.some((credential) => lacksEvidence(requirement, credential))) {
    return { result: 'not_met', reasons: [reasons.evidenceMissing()] };
  }
  if (months(credentials) < needed) {
    return { result: 'not_met', reasons: [reasons.tooShort(months(credentials), needed)] };
  }
  const confirmed = credentials.filter(({ standing }) => standing === 'confirmed');
  if (months(confirmed) >= needed) return { result: 'met', reasons: [reasons.confirmed()] };
  const open = credentials.filter(({ standing }) => standing !== 'refuted');
  if (months(open) < needed) return { result: 'not_met', reasons: [reasons.refuted()] };
  const waiting = open.find(({ standing }) => standing !== 'confirmed') as OfferedCredential;
  return { result: 'pending', reasons: [waitingFor(waiting.standing)] };
}

/** One credential is enough: the one that stands best decides, and its reasons are told. */
function best(
  requirement: EducationRequirement | LicenceRequirement,
  credentials: OfferedCredential[],
  claimFaults: (credential: OfferedCredential) => Reason[],
): Judgement {
  const judged = credentials.map((credential): Judgement => {
    if (isUnfinished(credential)) return { result: 'not_met', reasons: [reasons.unfinished()] };
    const faults = claimFaults(credential);
    if (lacksEvidence(requirement, credential)) faults.push(reasons.evidenceMissing());
    if (faults.length > 0) return { result: 'not_met', reasons: faults };
    if (credential.standing === 'refuted') return { result: 'not_met', reasons: [reasons.refuted()] };
    if (credential.standing === 'confirmed') return { result: 'met', reasons: [reasons.confirmed()] };
    return { result: 'pending', reasons: [waitingFor(credential.standing)] };
  });
  return (
    judged.find(({ result }) => result === 'met') ??
    judged.find(({ result }) => result === 'pending') ??
    judged[0] ?? { result: 'not_met', reasons: [reasons.missing(requirement.title)] }
  );
}

function lacksEvidence(
  requirement: EducationRequirement | LicenceRequirement | ExperienceRequirement,
  credential: OfferedCredential,
): boolean {
  return (
    evidenceNeed(requirement) === 'required' &&
    credential.evidenceFileIds.length === 0 &&
    credential.signed !== true
  );
}

/** Parts that its kind needs are missing; once sources were asked, they judge what there is. */
function isUnfinished({ standing, kind, claim }: OfferedCredential): boolean {
  return standing === 'unchecked' && claimGaps(kind, claim).length > 0;
}

function waitingFor(standing: OfferedCredential['standing']): Reason {
  if (standing === 'pending') return reasons.checking();
  return standing === 'needs_person' ? reasons.withPerson() : reasons.unchecked();
}

function judgeSponsors(
  count: number,
  named: readonly SponsorFact[] | undefined,
  answer: SponsorAnswer | undefined,
): Judgement {
  if (!named) return judgeTypedNames(count, answer);
  const confirmed = named.filter(({ state }) => state === 'confirmed').length;
  const asked = named.filter(({ state }) => state === 'asked').length;
  if (confirmed >= count) return { result: 'met', reasons: [reasons.sponsorsConfirmed(confirmed)] };
  const missing = count - confirmed - asked;
  if (missing <= 0) return { result: 'pending', reasons: [reasons.sponsorsWaiting(confirmed, count)] };
  const isReplacing = named.some(({ state }) => state === 'declined' || state === 'expired');
  const why = isReplacing ? reasons.sponsorUnavailable(missing) : reasons.sponsorsMissing(missing);
  return { result: 'not_met', reasons: [why] };
}

/** Never not met: whatever is disclosed, a person weighs it. */
function judgeDisclosure(fact: DisclosureFact | undefined): Judgement {
  if (!fact) return { result: 'pending', reasons: [reasons.disclosureMissing()] };
  if (!fact.needsPerson) return { result: 'met', reasons: [reasons.nothingDisclosed()] };
  switch (fact.assessment?.verdict) {
    case 'no_concern':
      return { result: 'met', reasons: [reasons.disclosureWeighed()] };
    case 'with_conditions':
      return { result: 'met', reasons: [reasons.disclosureConditions(fact.assessment.conditions ?? '')] };
    case 'concern':
      return { result: 'pending', reasons: [reasons.disclosureConcern()] };
    default:
      return { result: 'pending', reasons: [reasons.disclosureWithPerson()] };
  }
}

/** How names were judged before sponsors were asked by the portal; decisions of then are replayed so. */
function judgeTypedNames(count: number, answer: SponsorAnswer | undefined): Judgement {
  const named = new Set((answer?.names ?? []).map((name) => plain(name)).filter(Boolean));
  return named.size >= count
    ? { result: 'pending', reasons: [reasons.sponsorsAsked()] }
    : { result: 'not_met', reasons: [reasons.sponsorsMissing(count)] };
}

function answered(requirement: Requirement, complete: boolean): Judgement {
  return complete
    ? { result: 'met', reasons: [reasons.answered()] }
    : { result: 'not_met', reasons: [reasons.missing(requirement.title)] };
}

function isAvailable(answer: AvailabilityAnswer | undefined): boolean {
  return (answer?.hoursPerWeek ?? 0) > 0 && (answer?.days.length ?? 0) > 0;
}

function isAccepted(field: string | null, fields: readonly string[]): boolean {
  return fields.length === 0 || fields.some((accepted) => same(field, accepted));
}

function same(a: string | null, b: string): boolean {
  return a !== null && plain(a) === plain(b);
}

/** Case, spaces and marks of writing do not make a difference. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

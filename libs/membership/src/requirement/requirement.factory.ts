import type { Requirement } from '@himpun/groups';
import type {
  DisclosureFact,
  DisclosureVerdict,
  OfferedCredential,
  RequirementFacts,
} from './requirement-facts';

export const TODAY = '2026-11-21';
export const text = { id: 'x', en: 'x' };
const base = { title: text, hint: text };

export const education: Requirement = {
  ...base,
  id: 'education',
  kind: 'education',
  minimumLevel: 6,
  fields: ['Fisioterapi', 'Physiotherapy'],
};
export const licence: Requirement = {
  ...base,
  id: 'licence',
  kind: 'licence',
  authority: 'KTKI',
  profession: 'Fisioterapis',
};
export const experience: Requirement = { ...base, id: 'experience', kind: 'experience', minimumMonths: 24 };
export const ethics: Requirement = { ...base, id: 'ethics', kind: 'ethics' };
export const commitment: Requirement = { ...base, id: 'commitment', kind: 'commitment', text };
export const availability: Requirement = { ...base, id: 'availability', kind: 'availability' };
export const sponsor: Requirement = { ...base, id: 'sponsor', kind: 'sponsor', count: 2 };

export const disclosure: Requirement = {
  ...base,
  id: 'disclosure',
  kind: 'disclosure',
  questions: [{ id: 'sanctions', text }],
};

/** Answered questions: with a yes among them or not, and how that was assessed. */
export function disclosed(needsPerson: boolean, verdict: DisclosureVerdict | null = null): DisclosureFact {
  return { disclosureId: 'd', needsPerson, assessment: verdict && { id: 'a', verdict, conditions: null } };
}

type Changes = Partial<OfferedCredential['claim']> & Partial<Omit<OfferedCredential, 'claim'>>;

/** A credential that would do for any requirement here; names only what the test is about. */
export function credential(kind: OfferedCredential['kind'], changes: Changes = {}): OfferedCredential {
  const { standing = 'unchecked', evidenceFileIds = ['file'], signed = false, ...claim } = changes;
  return {
    credentialId: 'c',
    kind,
    standing,
    evidenceFileIds,
    signed,
    claim: {
      holderName: 'Ana',
      title: 'Sarjana',
      institution: 'Universitas',
      level: 6,
      field: 'fisioterapi',
      number: 'STR-1',
      authority: 'KTKI',
      profession: 'fisioterapis',
      validFrom: '2025-01-01',
      validUntil: '2027-01-01',
      startedOn: '2020-01-01',
      endedOn: '2024-01-01',
      ...claim,
    },
  };
}

export function facts(changes: Partial<RequirementFacts> = {}): RequirementFacts {
  return { credentials: {}, answers: {}, acknowledged: false, waivers: {}, ...changes };
}

export const offer = (requirement: Requirement, ...list: OfferedCredential[]) => ({
  credentials: { [requirement.id]: list },
});

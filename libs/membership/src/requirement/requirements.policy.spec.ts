import type { Requirement } from '@himpun/groups';
import type { DisclosureFact, OfferedCredential, RequirementFacts, SponsorFact } from './requirement-facts';
import {
  availability,
  commitment,
  credential,
  disclosed,
  disclosure,
  education,
  ethics,
  experience,
  facts,
  licence,
  offer,
  sponsor,
  text,
  TODAY,
} from './requirement.factory';
import { requirementResults, submissionGaps } from './requirements.policy';

function judged(requirement: Requirement, changes: Partial<RequirementFacts>): [string, string[]] {
  const [line] = requirementResults([requirement], facts(changes), TODAY);
  return [line?.result ?? '', line?.reasons.map(({ code }) => code) ?? []];
}

describe('requirements', () => {
  it.each<[string, Requirement, OfferedCredential[], string, string[]]>([
    ['no degree', education, [], 'not_met', ['missing']],
    ['a degree nobody looked at', education, [credential('education')], 'pending', ['unchecked']],
    [
      'a degree being checked',
      education,
      [credential('education', { standing: 'pending' })],
      'pending',
      ['checking'],
    ],
    [
      'a confirmed degree',
      education,
      [credential('education', { standing: 'confirmed' })],
      'met',
      ['confirmed'],
    ],
    [
      'a degree with a person',
      education,
      [credential('education', { standing: 'needs_person' })],
      'pending',
      ['with_person'],
    ],
    [
      'a degree not confirmed',
      education,
      [credential('education', { standing: 'refuted' })],
      'not_met',
      ['refuted'],
    ],
    ['too low a degree', education, [credential('education', { level: 5 })], 'not_met', ['level_too_low']],
    [
      'a degree without evidence',
      education,
      [credential('education', { evidenceFileIds: [] })],
      'not_met',
      ['evidence_missing'],
    ],
    [
      'a signed degree',
      education,
      [credential('education', { evidenceFileIds: [], signed: true })],
      'pending',
      ['unchecked'],
    ],
    [
      'another field, even confirmed',
      education,
      [credential('education', { field: 'Hukum', standing: 'confirmed' })],
      'not_met',
      ['field_not_accepted'],
    ],
    [
      'an unfinished degree',
      education,
      [credential('education', { institution: null })],
      'not_met',
      ['claim_unfinished'],
    ],
    [
      'a licence in a degree’s place',
      education,
      [credential('licence', { standing: 'confirmed' })],
      'not_met',
      ['missing'],
    ],
    [
      'the better of two degrees',
      education,
      [credential('education', { level: 5 }), credential('education', { level: 8, standing: 'confirmed' })],
      'met',
      ['confirmed'],
    ],
    [
      'a licence without file',
      licence,
      [credential('licence', { evidenceFileIds: [] })],
      'pending',
      ['unchecked'],
    ],
    [
      'a licence on its last day',
      licence,
      [credential('licence', { validUntil: TODAY, standing: 'confirmed' })],
      'met',
      ['confirmed'],
    ],
    [
      'a licence the day after',
      licence,
      [credential('licence', { validUntil: '2026-11-20', standing: 'confirmed' })],
      'not_met',
      ['expired'],
    ],
    [
      'a licence for life',
      licence,
      [credential('licence', { validUntil: null, standing: 'confirmed' })],
      'met',
      ['confirmed'],
    ],
    [
      'a licence from tomorrow',
      licence,
      [credential('licence', { validFrom: '2026-11-22' })],
      'not_met',
      ['not_yet_valid'],
    ],
    [
      'another profession',
      licence,
      [credential('licence', { profession: 'Perawat' })],
      'not_met',
      ['other_profession'],
    ],
    [
      'another authority',
      licence,
      [credential('licence', { authority: 'KKI' })],
      'not_met',
      ['other_authority'],
    ],
    [
      'enough months',
      experience,
      [credential('experience', { standing: 'confirmed' })],
      'met',
      ['confirmed'],
    ],
    [
      'too few months',
      experience,
      [credential('experience', { startedOn: '2023-01-01' })],
      'not_met',
      ['too_short'],
    ],
    [
      'months from two posts',
      experience,
      [
        credential('experience', { startedOn: '2020-01-01', endedOn: '2021-01-01', standing: 'confirmed' }),
        credential('experience', { startedOn: '2022-01-01', endedOn: '2023-01-01' }),
      ],
      'pending',
      ['unchecked'],
    ],
    [
      'months of which a part is refuted',
      experience,
      [
        credential('experience', { startedOn: '2020-01-01', endedOn: '2021-01-01', standing: 'confirmed' }),
        credential('experience', { startedOn: '2022-01-01', endedOn: '2023-01-01', standing: 'refuted' }),
      ],
      'not_met',
      ['refuted'],
    ],
  ])('judge %s', (_, requirement, list, result, codes) => {
    expect(judged(requirement, offer(requirement, ...list))).toEqual([result, codes]);
  });

  it.each<[string, Requirement, unknown, string]>([
    ['no promise', commitment, undefined, 'not_met'],
    ['a promise withheld', commitment, { accepted: false }, 'not_met'],
    ['a promise', commitment, { accepted: true }, 'met'],
    ['hours without days', availability, { hoursPerWeek: 4, days: [], note: '' }, 'not_met'],
    ['hours and days', availability, { hoursPerWeek: 4, days: ['sat'], note: '' }, 'met'],
    ['one sponsor of two', sponsor, { names: ['Ana', ' ana '] }, 'not_met'],
    ['two sponsors', sponsor, { names: ['Ana', 'Ben'] }, 'pending'],
  ])('judge %s', (_, requirement, answer, result) => {
    expect(judged(requirement, { answers: { [requirement.id]: answer } })[0]).toBe(result);
  });

  const asked = (...states: SponsorFact['state'][]): SponsorFact[] =>
    states.map((state, index) => ({
      ...{ sponsorshipId: String(index), state, personId: null, memberNumber: null, confirmedAt: null },
    }));
  it.each<[string, SponsorFact[], string, string]>([
    ['two confirmed', asked('confirmed', 'confirmed'), 'met', 'sponsors_confirmed'],
    ['one confirmed, one asked', asked('confirmed', 'asked'), 'pending', 'sponsors_waiting'],
    ['two asked', asked('asked', 'asked'), 'pending', 'sponsors_waiting'],
    ['one asked', asked('asked'), 'not_met', 'sponsors_missing'],
    ['one declined, one confirmed', asked('declined', 'confirmed'), 'not_met', 'sponsor_unavailable'],
    ['one replaced by another', asked('declined', 'confirmed', 'asked'), 'pending', 'sponsors_waiting'],
    ['one out of time', asked('expired', 'asked'), 'not_met', 'sponsor_unavailable'],
  ])('judge sponsors: %s', (_, sponsors, result, code) => {
    expect(judged(sponsor, { sponsors: { sponsor: sponsors } })).toEqual([result, [code]]);
  });

  it.each<[string, DisclosureFact | undefined, string, string]>([
    ['nothing answered', undefined, 'pending', 'disclosure_missing'],
    ['no to everything', disclosed(false), 'met', 'nothing_disclosed'],
    ['a yes', disclosed(true), 'pending', 'disclosure_with_person'],
    ['a yes without concern', disclosed(true, 'no_concern'), 'met', 'disclosure_weighed'],
    ['a yes with conditions', disclosed(true, 'with_conditions'), 'met', 'disclosure_conditions'],
    ['a yes of concern', disclosed(true, 'concern'), 'pending', 'disclosure_concern'],
  ])('judge a disclosure: %s', (_, fact, result, code) => {
    const disclosures = fact && { disclosure: fact };
    expect(judged(disclosure, disclosures ? { disclosures } : {})).toEqual([result, [code]]);
  });

  it('ask for answers to a disclosure, whatever they are, before anything is sent', () => {
    const gaps = (fact?: DisclosureFact) =>
      submissionGaps([disclosure], facts(fact && { disclosures: { disclosure: fact } }), TODAY);
    expect(gaps().map(({ code }) => code)).toEqual(['disclosure_missing']);
    expect([gaps(disclosed(true)), gaps(disclosed(false))]).toEqual([[], []]);
  });

  it('wait for the code of ethics until it is acknowledged', () => {
    expect(judged(ethics, {})[0]).toBe('pending');
    expect(judged(ethics, { acknowledged: true })[0]).toBe('met');
  });

  it('tell why they were waived', () => {
    const waiver = { code: 'founder', text };
    expect(judged(education, { waivers: { education: waiver } })).toEqual(['waived', ['founder']]);
  });

  it('stand in the way of submitting only for what the applicant can do', () => {
    const all = [education, licence, ethics, commitment];
    const sent = facts({
      credentials: {
        education: [credential('education', { standing: 'refuted' })],
        licence: [credential('licence', { validUntil: '2026-01-01' })],
      },
    });
    expect(submissionGaps(all, sent, TODAY).map(({ field, code }) => [field, code])).toEqual([
      ['licence', 'expired'],
      ['commitment', 'missing'],
    ]);
  });
});

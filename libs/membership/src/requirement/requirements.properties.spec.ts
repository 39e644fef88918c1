import fc from 'fast-check';
import type { DisclosureVerdict, OfferedCredential } from './requirement-facts';
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
  TODAY,
} from './requirement.factory';
import { requirementResults } from './requirements.policy';

describe('requirements', () => {
  const standings = ['unchecked', 'pending', 'confirmed', 'refuted', 'needs_person'] as const;
  const anyCredential = fc
    .record({
      kind: fc.constantFrom('education', 'licence', 'experience', 'certification'),
      standing: fc.constantFrom(...standings),
      level: fc.option(fc.integer({ min: 1, max: 9 })),
      field: fc.constantFrom('Fisioterapi', 'Hukum', null),
      validUntil: fc.constantFrom('2026-11-20', '2026-11-21', null),
      evidenceFileIds: fc.constantFrom([], ['f']),
    })
    .map(({ kind, ...changes }) => credential(kind as OfferedCredential['kind'], changes));
  const anyFacts = fc
    .record({
      one: fc.array(anyCredential, { maxLength: 3 }),
      accepted: fc.boolean(),
      acknowledged: fc.boolean(),
    })
    .map(({ one, accepted, acknowledged }) =>
      facts({
        credentials: { education: one, licence: one, experience: one },
        answers: { commitment: { accepted } },
        acknowledged,
      }),
    );
  const rule = [education, licence, experience, ethics, commitment, availability, sponsor, disclosure];

  it('always give one result with a reason for each, in the rule’s order, and the same one twice', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const results = requirementResults(rule, given, TODAY);
        expect(results.map(({ requirementId }) => requirementId)).toEqual(rule.map(({ id }) => id));
        expect(results.every(({ reasons }) => reasons.length > 0)).toBe(true);
        expect(requirementResults(rule, given, TODAY)).toEqual(results);
      }),
    );
  });

  it('are met by credentials only when a source or a person confirmed one', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        for (const { requirementId, result } of requirementResults([education, licence], given, TODAY)) {
          const confirmed = given.credentials[requirementId]?.some(
            ({ standing }) => standing === 'confirmed',
          );
          if (result === 'met') expect(confirmed).toBe(true);
        }
      }),
    );
  });

  it('never take a disclosure for a reason not to admit anybody, and never for granted what nobody assessed', () => {
    const verdicts = fc.constantFrom('no_concern', 'with_conditions', 'concern', null);
    fc.assert(
      fc.property(anyFacts, fc.boolean(), verdicts, (given, needsPerson, verdict) => {
        const fact = disclosed(needsPerson, verdict as DisclosureVerdict | null);
        const [line] = requirementResults(
          [disclosure],
          { ...given, disclosures: { disclosure: fact } },
          TODAY,
        );
        expect(line?.result).not.toBe('not_met');
        if (needsPerson && verdict === null) expect(line?.result).toBe('pending');
      }),
    );
  });

  it('never get worse by offering one credential more', () => {
    const rank = { not_met: 0, pending: 1, met: 2, waived: 3 };
    fc.assert(
      fc.property(fc.array(anyCredential, { maxLength: 3 }), anyCredential, (list, more) => {
        const [before] = requirementResults([education], facts(offer(education, ...list)), TODAY);
        const [after] = requirementResults([education], facts(offer(education, ...list, more)), TODAY);
        expect(rank[after?.result ?? 'not_met']).toBeGreaterThanOrEqual(rank[before?.result ?? 'not_met']);
      }),
    );
  });
});

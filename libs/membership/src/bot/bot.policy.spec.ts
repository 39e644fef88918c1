import { ONE_OFFICER, type DecisionRule } from '@himpun/groups';
import fc from 'fast-check';
import type { DisclosureVerdict, RequirementFacts } from '../requirement/requirement-facts';
import {
  commitment,
  credential,
  disclosed,
  disclosure,
  ethics,
  facts,
  licence,
  TODAY,
} from '../requirement/requirement.factory';
import { approvalGaps } from '../decision/decision.policy';
import { requirementResults } from '../requirement/requirements.policy';
import {
  approvalBars,
  botMayHaveDecided,
  botRuleFaults,
  dueOn,
  IDLE,
  lastDay,
  type BotCase,
  type BotRule,
} from './bot.policy';

const rule: BotRule = { approves: true, closes: { afterDays: 21, remindDays: 5 } };
const met = facts({
  credentials: { licence: [credential('licence', { standing: 'confirmed' })] },
  answers: { commitment: { accepted: true } },
});
const ready: BotCase = {
  ...{ state: 'submitted', assignedTo: null, appealId: null, conflictedIds: [], decision: ONE_OFFICER },
  ...{ requirements: [licence, commitment, ethics], facts: met },
};

describe('a bot approves', () => {
  it('where everything is met and nobody is asked', () => {
    expect(approvalBars(rule, ready, TODAY)).toEqual([]);
  });

  it.each<[string, Partial<BotCase>, string]>([
    ['where two persons decide', { decision: { kind: 'two_persons' } }, 'votes'],
    ['on an appeal', { appealId: 'a' }, 'appeal'],
    ['where somebody declared a conflict', { conflictedIds: ['sari'] }, 'conflict'],
    ['what an officer has taken', { assignedTo: 'sari' }, 'assigned'],
    ['what was sent back', { state: 'returned' }, 'not_open'],
    ['what asks for nothing', { requirements: [ethics] }, 'nothing_asked'],
    ['with a check still running', { facts: facts() }, 'requirements'],
    [
      'past a disclosure that was weighed',
      {
        requirements: [commitment, disclosure],
        facts: { ...met, disclosures: { disclosure: disclosed(true, 'no_concern') } },
      },
      'disclosure',
    ],
    [
      'on a waiver',
      {
        facts: {
          ...facts(),
          answers: met.answers,
          waivers: { licence: { code: 'w', text: { id: 'x', en: 'x' } } },
        },
      },
      'requirements',
    ],
  ])('not %s', (_, changes, bar) => {
    expect(approvalBars(rule, { ...ready, ...changes }, TODAY)).toContain(bar);
  });

  it('nothing once it is switched off', () => {
    expect(approvalBars(IDLE, ready, TODAY)).toEqual(['switched_off']);
  });

  const anyCase = fc.record({
    state: fc.constantFrom('submitted', 'returned', 'draft'),
    assignedTo: fc.constantFrom(null, 'sari'),
    appealId: fc.constantFrom(null, 'appeal'),
    conflictedIds: fc.constantFrom([], ['sari']),
    decision: fc.constantFrom<DecisionRule>(
      ONE_OFFICER,
      { kind: 'two_persons' },
      {
        ...{ kind: 'panel', size: 3, quorum: 2, majority: 'simple', onRecusal: 'vacant' },
      },
    ),
    standing: fc.constantFrom('unchecked', 'pending', 'confirmed', 'refuted', 'needs_person'),
    accepted: fc.boolean(),
    needsPerson: fc.constantFrom(null, true, false),
    verdict: fc.constantFrom<DisclosureVerdict | null>(null, 'no_concern', 'with_conditions', 'concern'),
  });

  it('never where a person is asked, whatever else is true', () => {
    fc.assert(
      fc.property(anyCase, ({ standing, accepted, needsPerson, verdict, ...given }) => {
        const known: RequirementFacts = {
          ...facts({
            credentials: { licence: [credential('licence', { standing: standing as 'confirmed' })] },
          }),
          answers: { commitment: { accepted } },
          ...(needsPerson !== null && { disclosures: { disclosure: disclosed(needsPerson, verdict) } }),
        };
        const one: BotCase = { ...given, requirements: [licence, commitment, disclosure], facts: known };
        if (approvalBars(rule, one, TODAY).length > 0) return;
        expect(given).toMatchObject({
          state: 'submitted',
          assignedTo: null,
          appealId: null,
          conflictedIds: [],
        });
        expect([given.decision.kind, needsPerson]).toEqual(['officer', false]);
        expect(approvalGaps(requirementResults(one.requirements, known, TODAY))).toEqual([]);
      }),
    );
  });
});

describe('a bot closes what nobody answers', () => {
  const returned = { returnedOn: '2026-11-01', answerBy: '2026-11-15' };
  it.each([
    ['on the day of return', '2026-11-01', null],
    ['six days before the last', '2026-11-16', null],
    ['five days before the last', '2026-11-17', 'remind'],
    ['on the last day', '2026-11-22', 'remind'],
    ['on the day after', '2026-11-23', 'close'],
  ])('%s', (_, today, due) => {
    expect(dueOn(rule, returned, today)).toBe(due);
  });

  it('never before the day that the applicant was told', () => {
    expect(lastDay(rule, { returnedOn: '2026-11-01', answerBy: '2027-01-31' })).toBe('2027-01-31');
    expect(lastDay(rule, { returnedOn: '2026-11-01', answerBy: null })).toBe('2026-11-22');
    expect(dueOn({ approves: true, closes: null }, returned, '2029-01-01')).toBeNull();
  });

  it.each([
    [{ afterDays: 6, remindDays: 1 }, ['afterDays']],
    [{ afterDays: 7, remindDays: 7 }, ['remindDays']],
    [{ afterDays: 14.5, remindDays: 0 }, ['afterDays', 'remindDays']],
    [{ afterDays: 30, remindDays: 5 }, []],
  ])('by a rule that is sane: %j', (closes, fields) => {
    expect(botRuleFaults({ approves: false, closes }).map(({ field }) => field)).toEqual(fields);
  });

  it('can be checked later', () => {
    const stored = { outcome: 'rejected' as const, requirements: [], decision: ONE_OFFICER };
    const closed = { ...stored, facts: facts({ correction: returned }) };
    expect(botMayHaveDecided(rule, { ...closed, decidedOn: '2026-11-23' })).toBe(true);
    expect(botMayHaveDecided(rule, { ...closed, decidedOn: '2026-11-22' })).toBe(false);
    expect(botMayHaveDecided(rule, { ...stored, facts: facts(), decidedOn: '2026-11-23' })).toBe(false);
    const approved = { ...ready, outcome: 'approved' as const, decidedOn: TODAY };
    expect([rule, IDLE].map((one) => botMayHaveDecided(one, approved))).toEqual([true, false]);
  });
});

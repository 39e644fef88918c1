import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { decide } from './outcome.policy';
import { outcomeOf, REASONS } from './reasons';
import { names, subjectBinding, subjectIdentifiers } from './subject-identity.policy';
import { claimTimeFaults, momentOf, validityFaults } from './validity.policy';

describe('the outcome', () => {
  it('is verified exactly when nothing was found', () => {
    const reasons = fc.subarray(REASONS);
    fc.assert(
      fc.property(
        reasons,
        reasons,
        (a, b) => (decide(a, b).outcome === 'verified') === (a.length + b.length === 0),
      ),
    );
  });

  it('is that of the heaviest reason, and the reasons are all there once', () => {
    expect(decide([], ['expired', 'revoked', 'status_unavailable', 'expired'])).toEqual({
      outcome: 'revoked',
      reasons: ['revoked', 'expired', 'status_unavailable'],
    });
  });

  it('is a doubt as long as it is not known who signed', () => {
    expect(decide(['key_unresolvable'], ['expired'])).toEqual({
      outcome: 'inconclusive',
      reasons: ['key_unresolvable', 'expired'],
    });
  });

  it('is never verified by a reason alone', () => {
    for (const reason of REASONS) expect(outcomeOf(reason)).not.toBe('verified');
  });
});

describe('dates', () => {
  it.each([
    ['2026-11-21T00:00:00Z', Date.UTC(2026, 10, 21)],
    ['2026-11-21T07:00:00+07:00', Date.UTC(2026, 10, 21)],
    ['2026-11-21T00:00:00', Date.UTC(2026, 10, 21)],
    ['2026-11-21t00:00:00.250z', Date.UTC(2026, 10, 21) + 250],
    ['2024-02-29T00:00:00Z', Date.UTC(2024, 1, 29)],
    ['2026-02-29T00:00:00Z', undefined],
    ['2026-04-31T00:00:00Z', undefined],
    ['2026-13-01T00:00:00Z', undefined],
    ['2026-11-21', undefined],
    ['21/11/2026', undefined],
    [1_700_000_000, undefined],
    [null, undefined],
  ])('%s', (text, moment) => expect(momentOf(text)).toBe(moment));

  const at = new Date('2026-11-21T00:00:00Z');
  it.each([
    ['none', {}, []],
    ['from this moment on', { validFrom: '2026-11-21T00:00:00Z' }, []],
    ['from a second later on', { validFrom: '2026-11-21T00:00:01Z' }, ['not_yet_valid']],
    ['until this moment', { validUntil: '2026-11-21T00:00:00Z' }, []],
    ['until a second ago', { expirationDate: '2026-11-20T23:59:59Z' }, ['expired']],
    ['issued tomorrow', { issuanceDate: '2026-11-22T00:00:00Z' }, ['not_yet_valid']],
    [
      'the stricter of both names',
      { validUntil: '2027-01-01T00:00:00Z', expirationDate: '2026-01-01T00:00:00Z' },
      ['expired'],
    ],
  ])('%s', (_what, dates, faults) => expect(validityFaults(dates, at)).toEqual(faults));

  it.each([
    [{ exp: at.getTime() / 1000 }, ['expired']],
    [{ exp: at.getTime() / 1000 + 1, nbf: at.getTime() / 1000 }, []],
    [{ nbf: at.getTime() / 1000 + 1 }, ['not_yet_valid']],
  ])('of a token: %j', (claims, faults) => expect(claimTimeFaults(claims, at)).toEqual(faults));
});

describe('the holder', () => {
  const hash = (value: string, salt = '') =>
    `sha256$${createHash('sha256')
      .update(value + salt)
      .digest('hex')}`;
  const emailHashed = {
    type: 'emailAddress',
    value: hash('siti@example.org', 'pinch'),
    hashed: true,
    salt: 'pinch',
  };
  const emailPlain = { type: 'emailAddress', value: 'Siti@Example.org', hashed: false, salt: '' };
  const siti = [{ type: 'emailAddress', value: 'siti@example.org' }];
  const ben = [{ type: 'emailAddress', value: 'ben@example.org' }];

  it.each([
    ['hashed e-mail, hers', [emailHashed], siti, 'match'],
    [
      'hashed e-mail, in other letters',
      [emailHashed],
      [{ type: 'emailAddress', value: ' SITI@example.org' }],
      'match',
    ],
    ['hashed e-mail, of another', [emailHashed], ben, 'mismatch'],
    ['plain e-mail, hers', [emailPlain], siti, 'match'],
    ['plain e-mail, of another', [emailPlain], ben, 'mismatch'],
    ['an identifier of a kind we do not know', [{ ...emailPlain, type: 'phoneNumber' }], siti, 'absent'],
    ['no identifier', [], siti, 'absent'],
    ['one of two is hers', [{ ...emailPlain, value: 'old@example.org' }, emailHashed], siti, 'match'],
  ])('%s', (_what, identifiers, known, result) => {
    expect(subjectBinding({ id: null, identifiers }, known)).toBe(result);
  });

  it('by her DID', () => {
    expect(
      subjectBinding({ id: 'did:example:siti', identifiers: [] }, [
        { type: 'id', value: 'did:example:siti' },
      ]),
    ).toBe('match');
  });

  it('is read from one identifier or many, and not from broken ones', () => {
    const entry = { type: 'IdentityObject', identityHash: 'x', identityType: 'name', hashed: false };
    expect(subjectIdentifiers({ identifier: entry })).toHaveLength(1);
    expect(subjectIdentifiers({ identifier: [entry, { identityHash: 5 }, 'text'] })).toHaveLength(1);
  });

  it('is not matched by an unknown hash', () => {
    expect(names({ ...emailHashed, value: 'crc32$00' }, 'siti@example.org')).toBe(false);
  });
});

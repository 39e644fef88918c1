import { EMPTY_CLAIM, type Claim, type CredentialKind } from './claim';
import { claimFaults, claimGaps } from './claim.policy';
import { claimFromSigned } from './signed-fill.policy';
import { readSignedUpload } from './signed-upload.policy';

const TODAY = '2026-11-21';
const faults = (kind: CredentialKind, change: Partial<Claim>) =>
  claimFaults(kind, { ...EMPTY_CLAIM, ...change }, TODAY).map(({ field, code }) => `${field} ${code}`);

describe('a claim', () => {
  it.each([
    ['unfinished', 'education', {}, []],
    ['for life', 'licence', { validFrom: '2020-01-01' }, []],
    ['that ends tomorrow', 'licence', { validUntil: '2026-11-22' }, []],
    ['of a degree from tomorrow', 'education', { endedOn: '2026-11-22' }, ['endedOn in_the_future']],
    ['of work that begins tomorrow', 'experience', { startedOn: '2026-11-22' }, ['startedOn in_the_future']],
    [
      'that ends before it begins',
      'licence',
      { validFrom: '2026-02-02', validUntil: '2026-02-01' },
      ['validUntil dates_crossed'],
    ],
    ['of before 1930', 'education', { endedOn: '1929-12-31' }, ['endedOn date_wrong']],
  ] as const)('%s', (_, kind, change, expected) => expect(faults(kind, change)).toEqual(expected));

  it('says what it lacks, by kind', () => {
    expect(claimGaps('licence', EMPTY_CLAIM).map(({ field }) => field)).toEqual([
      'holderName',
      'authority',
      'profession',
      'number',
    ]);
    expect(
      claimGaps('experience', {
        ...EMPTY_CLAIM,
        institution: 'RS',
        title: 'Fisioterapis',
        startedOn: '2020-01-01',
      }),
    ).toEqual([]);
  });

  it('is filled from a signed credential where it is empty, and nowhere else', () => {
    const upload = readSignedUpload(
      Buffer.from(
        JSON.stringify({
          '@context': ['https://www.w3.org/ns/credentials/v2'],
          type: ['VerifiableCredential', 'OpenBadgeCredential'],
          issuer: { id: 'did:web:ugm.example', name: 'Universitas' },
          validFrom: '2020-08-01T00:00:00Z',
          credentialSubject: {
            name: 'Ana Lestari',
            achievement: { name: 'Fisioterapi', achievementType: 'BachelorDegree' },
          },
        }),
      ),
    );
    if ('refused' in upload) throw new Error(upload.refused);
    const filled = claimFromSigned('education', { ...EMPTY_CLAIM, institution: 'UGM' }, upload);
    expect(filled).toMatchObject({
      ...{
        institution: 'UGM',
        level: 6,
        title: 'Fisioterapi',
        holderName: 'Ana Lestari',
        endedOn: '2020-08-01',
      },
    });
  });
});

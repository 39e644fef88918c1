import { EMPTY_CLAIM } from '../credential/claim';
import { authorityKey, numberKey } from './authority-key';
import { npiCovers, registerCovers, signedCovers } from './coverage.policy';
import { holderFinding } from './holder.policy';
import { professionField } from './profession.policy';
import { achievedLevel, titleField } from './signed-claim.policy';

const licence = { ...EMPTY_CLAIM, authority: 'K.T.K.I.', number: 'PT 404' };
const context = { kind: 'licence', signed: false, registeredAuthorities: ['ktki'] } as const;

describe('which source can say something', () => {
  it.each([
    ['the register of the authority', registerCovers(licence, context), true],
    ['no register of another', registerCovers({ ...licence, authority: 'KKI' }, context), false],
    ['no register without a number', registerCovers({ ...licence, number: null }, context), false],
    ['no register for a degree', registerCovers(licence, { ...context, kind: 'education' }), false],
    ['NPPES for its own', npiCovers({ ...licence, authority: 'CMS (NPPES)' }, context), true],
    ['NPPES for NPI', npiCovers({ ...licence, authority: 'npi' }, context), true],
    ['not NPPES for others', npiCovers(licence, context), false],
    ['a signature where there is one', signedCovers(licence, { ...context, signed: true }), true],
    ['no signature where there is none', signedCovers(licence, context), false],
  ])('%s', (_, covers, expected) => expect(covers).toBe(expected));

  it('names and numbers are compared without how they are written', () => {
    expect(authorityKey(' Dinas-Kesehatan, DIY ')).toBe(authorityKey('dinas kesehatan diy'));
    expect(numberKey('31.03.5-2.1.18')).toBe('310352118');
    expect(numberKey('ＰＴ－４０４')).toBe('PT404');
  });
});

describe('whether a record belongs to the applicant', () => {
  const person = { id: 'p', fullName: 'Ana Lestari', birthDate: '1990-05-01', confirmedEmail: null };
  const of = (names: string[], birthDate: string | null = null, holderName = '') =>
    holderFinding(names, birthDate, { person, claim: { ...EMPTY_CLAIM, holderName } });

  it.each([
    ['by name', of(['ANA LESTARI']), 'match'],
    ['by a former name', of(['Ana Putri', 'Ana Lestari']), 'match'],
    ['by name, born on another day', of(['Ana Lestari'], '1991-05-01'), 'review'],
    ['by the name on the document alone', of(['Ana Hartono'], null, 'Ana Hartono'), 'review'],
    [
      'not by a name typed beside somebody else’s record',
      of(['Budi Hartono'], null, 'Budi Hartono'),
      'review',
    ],
    ['not at all', of(['Budi Hartono']), 'mismatch'],
    ['not without a name', of([]), 'mismatch'],
  ])('%s', (_, finding, verdict) => expect(finding.verdict).toBe(verdict));
});

describe('what is claimed beside what is found', () => {
  it.each([
    ['Fisioterapis', ['Physical Therapist'], 'match'],
    ['Perawat', ['Registered Nurse'], 'match'],
    ['Fisioterapis', ['Dentist'], 'review'],
    ['Dokter gigi', ['Dokter'], 'review'],
    ['Arsitek', ['Arsitektur lanskap'], 'match'],
    ['Fisioterapis', [], 'absent'],
  ])('%s beside %j: %s', (claimed, found, result) =>
    expect(professionField(claimed, found)?.result).toBe(result),
  );

  it('the degree of a badge is one of KKNI, or none', () => {
    expect([achievedLevel('BachelorDegree'), achievedLevel('Badge'), achievedLevel(null)]).toEqual([
      6,
      null,
      null,
    ]);
    expect(titleField('wound  CARE', ['Wound care'])?.result).toBe('match');
    expect(titleField('Neurosurgery', ['Wound care', null])?.result).toBe('review');
  });
});

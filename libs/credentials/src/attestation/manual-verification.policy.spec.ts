import {
  contactWarnings,
  isSameContact,
  wayFaults,
  type VerificationWay,
} from './manual-verification.policy';

const WAY: VerificationWay = {
  method: 'telephone',
  verifiedOn: '2026-11-20',
  spokenWith: 'Dewi, bagian akademik',
  contact: '0274 588688',
  contactFoundAt: 'situs resmi',
};

describe('a verification by a person', () => {
  it.each([
    ['is whole', {}, []],
    ['names somebody', { spokenWith: ' ' }, ['spokenWith']],
    ['says where the number is from', { contactFoundAt: null }, ['contactFoundAt']],
    ['has a number', { contact: null }, ['contact']],
    ['was not tomorrow', { verifiedOn: '2026-11-22' }, ['verifiedOn']],
    ['was on a day that exists', { verifiedOn: '2026-02-30' }, ['verifiedOn']],
    [
      'needs nobody to have seen the original',
      { method: 'original_seen', spokenWith: null, contact: null, contactFoundAt: null },
      [],
    ],
  ] as const)('%s', (_, change, fields) =>
    expect(wayFaults({ ...WAY, ...change }, '2026-11-21').map(({ field }) => field)).toEqual(fields),
  );

  it.each([
    ['+62 274 588-688', '(0274) 588688', true],
    ['0062274588688', '0274588688', true],
    ['0274 588688', '0274 588689', false],
    ['Ana@UGM.ac.id', 'ana@ugm.ac.id ', true],
    ['12', '12', false],
  ])('%s is %s: %s', (one, other, same) => expect(isSameContact(one, other)).toBe(same));

  it.each([
    ['the applicant’s own number', '0812-3456-7890', ['+6281234567890'], [], ['contact_own']],
    ['one on the papers', '0274 588688', [], ['Telp. (0274) 588 688, Yogyakarta'], ['contact_on_papers']],
    [
      'one on the papers with the country’s code',
      '0274588688',
      [],
      ['+62-274-588688'],
      ['contact_on_papers'],
    ],
    ['an address on the papers', 'tu@stikes.ac.id', [], ['Surel: TU@stikes.ac.id'], ['contact_on_papers']],
    ['a public mail box', 'stikes@gmail.com', [], [], ['contact_public']],
    ['one found elsewhere', '0274 513163', ['+6281234567890'], ['Telp. (0274) 588 688'], []],
    ['none', null, ['+62812'], ['x'], []],
  ])('is warned of %s', (_, contact, own, papers, codes) =>
    expect(contactWarnings(contact, own, papers).map(({ code }) => code)).toEqual(codes),
  );
});

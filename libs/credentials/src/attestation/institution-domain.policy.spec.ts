import fc from 'fast-check';
import {
  asciiDomain,
  domainFault,
  domainOfAddress,
  isSameInstitution,
  isWithin,
} from './institution-domain.policy';
import { KnownInstitutions } from './known-institutions';

describe('the domain of an institution', () => {
  it.each([
    ['registrar@ugm.ac.id', 'ugm.ac.id'],
    ['  Registrar@UGM.AC.ID ', 'ugm.ac.id'],
    ['a@münchen.example', 'xn--mnchen-3ya.example'],
    ['a@ugm.ac.id@evil.example', null],
    ['ugm.ac.id', null],
    ['a@localhost', null],
    ['a@[127.0.0.1]', null],
    ['a@127.0.0.1', null],
  ])('of %j is %j', (address, domain) => expect(domainOfAddress(address)).toBe(domain));

  it.each([
    ['ugm.ac.id', null],
    ['akademik.ugm.ac.id', null],
    ['me.ac.id', null],
    ['gmail.com', 'domain_public_mail'],
    ['mail.yahoo.co.id', 'domain_public_mail'],
    ['outlook.fr', 'domain_public_mail'],
    ['proton.me', 'domain_public_mail'],
    ['yopmail.com', 'domain_public_mail'],
    ['ac.id', 'domain_shared'],
    ['go.id', 'domain_shared'],
    ['com', 'domain_shared'],
    ['github.io', 'domain_shared'],
    ['mail.students.ugm.ac.id', 'domain_personal'],
    ['alumni.ui.ac.id', 'domain_personal'],
  ])('%s is refused as %s', (domain, code) => expect(domainFault(domain)?.code ?? null).toBe(code));

  it.each([
    ['ugm.ac.id', 'ugm.ac.id', true],
    ['sdm.ugm.ac.id', 'ugm.ac.id', true],
    ['evilugm.ac.id', 'ugm.ac.id', false],
    ['ugm.ac.id.evil.example', 'ugm.ac.id', false],
  ])('%s within %s: %s', (domain, owned, within) => expect(isWithin(domain, owned)).toBe(within));

  it('is never anything but letters, digits, dots and hyphens', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (typed) => {
        expect(asciiDomain(typed) ?? 'a.example').toMatch(/^[a-z0-9.-]+$/);
      }),
    );
  });
});

describe('the name of an institution', () => {
  it.each([
    ['Universitas Gadjah Mada', 'Gadjah Mada University', true],
    ['UNIVERSITAS GADJAH MADA (UGM)', 'Universitas Gadjah-Mada', true],
    ['Universitas Indonesia', 'Universitas Pendidikan Indonesia', false],
    ['STIKES Muhammadiyah Gombong', 'STIKES Muhammadiyah Cirebon', false],
    ['University of São Paulo', 'Sao Paulo University', true],
    ['(UGM)', '(UI)', false],
  ])('%s is %s: %s', (one, other, same) => expect(isSameInstitution(one, other)).toBe(same));

  it('leads to its domains by the reference list, and a domain to its institutions', () => {
    const known = new KnownInstitutions();
    expect(known.matching('Gadjah Mada University', 'sdm.ugm.ac.id')).toBe('ugm.ac.id');
    expect(known.matching('Universitas Gadjah Mada', 'ui.ac.id')).toBeNull();
    expect(known.matching('Universitas Antah Berantah', 'ugm.ac.id')).toBeNull();
    expect(known.ownersOf('sdm.ugm.ac.id')).toEqual(['Universitas Gadjah Mada']);
  });
});

import fc from 'fast-check';
import { friendlyName } from './file-name.policy';
import { agreedType } from './file-purpose';
import { carriesArchive } from './archive-tail.policy';

describe('the name of a file', () => {
  it.each([
    ['Ijazah.pdf', 'Ijazah.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\temp\\a.pdf', 'a.pdf'],
    ['O’Brien’s “licence”.pdf', 'O’Brien’s “licence”.pdf'],
    ['Cafe\u0301.png', 'Café.png'],
    ['..', null],
    ['', null],
    ['a\u0000.pdf', null],
    ['a\r\nSet-Cookie: x.pdf', null],
    ['a\u202efdp.exe', null],
    ['a\ud800.pdf', null],
  ])('%j is shown as %j', (given, shown) => {
    expect(friendlyName(given)).toBe(shown);
  });

  it('never holds a folder, a control character or more than 200 graphemes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 900 }), (given) => {
        const name = friendlyName(given);
        if (name === null) return;
        expect(name).not.toMatch(/[/\\\p{Cc}]/u);
        expect([...new Intl.Segmenter().segment(name)].length).toBeLessThanOrEqual(200);
      }),
    );
  });
});

describe('content, name and declaration', () => {
  it.each([
    ['image/png', 'a.png', 'image/png', true],
    ['image/jpeg', 'a.JPEG', 'image/jpg', true],
    ['image/png', 'a.png', '', true],
    ['image/png', 'a.png', 'application/octet-stream', true],
    ['image/png', 'a.jpg', 'image/png', false],
    ['image/png', 'a.png', 'image/jpeg', false],
    ['image/gif', 'a.gif', 'image/gif', false],
    [null, 'a.pdf', 'application/pdf', false],
  ])('found %s, named %s, declared %s agree: %s', (found, name, declaredType, agree) => {
    expect(agreedType('evidence', { found, name, declaredType }) !== null).toBe(agree);
  });
});

it('a picture of the letters PK is no archive', () => {
  const record = Buffer.from('PK\u0005\u0006', 'latin1');
  expect(carriesArchive(Buffer.concat([Buffer.alloc(50), record]))).toBe(false);
  expect(carriesArchive(Buffer.concat([Buffer.alloc(50), record, Buffer.alloc(18)]))).toBe(true);
});

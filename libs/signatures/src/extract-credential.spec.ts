import fc from 'fast-check';
import { deflateSync } from 'node:zlib';
import { bakePng, pngTexts } from './baked-png';
import { bakeSvg } from './baked-svg';
import { extractCredential } from './extract-credential';

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const SVG = '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>';
const TOKEN = 'eyJhbGciOiJFZERTQSJ9.e30.AAAA';

describe('a credential in an image', () => {
  it('comes out of PNG and SVG as it went in, whatever is written in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const text = JSON.stringify({ name, tricky: ']]> <a> &amp; </openbadges:credential>' });
        expect(extractCredential(bakePng(PIXEL, text))).toEqual({ container: 'png', text });
        expect(extractCredential(bakeSvg(SVG, text))).toEqual({ container: 'svg', text });
      }),
    );
  });

  it('may be a token', () => {
    expect(extractCredential(bakePng(PIXEL, TOKEN))).toEqual({ container: 'png', text: TOKEN });
    expect(extractCredential(bakeSvg(SVG, TOKEN))).toEqual({ container: 'svg', text: TOKEN });
  });

  it('is replaced when it is baked again', () => {
    expect(pngTexts(bakePng(bakePng(PIXEL, '{"a":1}'), '{"b":2}'))).toEqual([
      { keyword: 'openbadgecredential', text: '{"b":2}' },
    ]);
  });

  it.each(['iTXt', 'zTXt', 'tEXt'])('is found in a %s chunk', (type) => {
    const text = '{"type":"x"}';
    const body = {
      iTXt: Buffer.concat([Buffer.from('openbadgecredential\0\x01\0en\0t\0', 'latin1'), deflateSync(text)]),
      zTXt: Buffer.concat([Buffer.from('OpenBadgeCredential\0\0', 'latin1'), deflateSync(text)]),
      tEXt: Buffer.from(`comment\0${text}`, 'latin1'),
    }[type] as Buffer;
    expect(extractCredential(withChunk(type, body))).toEqual({ container: 'png', text });
  });

  it('that unpacks beyond reason is not there', () => {
    const bomb = deflateSync(Buffer.alloc(32 << 20, ' '));
    const chunk = Buffer.concat([Buffer.from('openbadgecredential\0\x01\0\0\0', 'latin1'), bomb]);
    expect(extractCredential(withChunk('iTXt', chunk))).toEqual({
      container: 'png',
      none: 'image_without_credential',
    });
  });

  it.each([
    ['no text at all', PIXEL, 'image_without_credential'],
    ['an address', bakePng(PIXEL, 'https://badges.example/1'), 'link'],
    [
      'two credentials',
      withChunk('tEXt', Buffer.from('openbadges\0{"b":1}'), bakePng(PIXEL, '{"a":1}')),
      'several',
    ],
    ['an SVG without one', Buffer.from(SVG), 'image_without_credential'],
    [
      'an SVG cut off',
      Buffer.from('<svg xmlns="x"><openbadges:credential verify="ey'),
      'image_without_credential',
    ],
  ])('may be missing: %s', (_what, file, none) => expect(extractCredential(file)).toMatchObject({ none }));

  it('never makes the program fail, whatever the bytes', () => {
    const baked = bakePng(PIXEL, '{"a":1}');
    fc.assert(
      fc.property(fc.nat({ max: baked.length - 1 }), fc.nat({ max: 255 }), fc.boolean(), (at, byte, cut) => {
        const file = Buffer.from(baked);
        file[at] = byte;
        expect(extractCredential(cut ? file.subarray(0, at) : file)).toBeDefined();
      }),
    );
  });

  it('is looked for in linear time', () => {
    const hostile = `<svg x="1">${'<credential '.repeat(500_000)}`;
    expect(extractCredential(hostile)).toMatchObject({ none: 'image_without_credential' });
  });
});

describe('other files', () => {
  it.each([
    ['nothing', '', 'unreadable'],
    ['a PDF', '%PDF-1.7 …', 'unknown_file'],
    ['bytes that are no text', Buffer.from([0xc3, 0x28, 0xff]), 'unreadable'],
    ['more than ten megabytes', Buffer.alloc((10 << 20) + 1, ' '), 'too_large'],
  ])('%s', (_what, file, none) => expect(extractCredential(file)).toEqual({ none }));

  it('takes off a byte order mark, white space and quotes', () => {
    expect(extractCredential(`\ufeff\n"${TOKEN}"\n`)).toEqual({ container: 'jwt', text: TOKEN });
  });
});

function withChunk(type: string, data: Buffer, png: Buffer = PIXEL): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length, 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([png.subarray(0, 33), head, data, Buffer.alloc(4), png.subarray(33)]);
}

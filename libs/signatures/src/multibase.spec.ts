import fc from 'fast-check';
import { decodeBase64Url, decodeMultibase, encodeMultibase } from './multibase';

const bytes = fc.uint8Array({ maxLength: 100 });

describe('multibase', () => {
  it('gives back every bytes written, leading zeros too', () => {
    fc.assert(
      fc.property(bytes, (value) => decodeMultibase(encodeMultibase(value)).equals(Buffer.from(value))),
    );
  });

  it.each(['', 'z0', 'zl', 'q12', `z${'1'.repeat(300)}`, 'u=='])('refuses %j', (text) => {
    expect(() => decodeMultibase(text)).toThrow();
  });

  it('reads base64url only as it would write it', () => {
    fc.assert(
      fc.property(bytes, (value) =>
        decodeBase64Url(Buffer.from(value).toString('base64url')).equals(Buffer.from(value)),
      ),
    );
    for (const text of ['QQ==', 'QR', 'a+b/', 'Q Q']) expect(() => decodeBase64Url(text)).toThrow();
  });
});

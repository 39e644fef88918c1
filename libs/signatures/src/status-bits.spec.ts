import fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { decodeStatusBits, encodeStatusBits, statusAt, statusBits } from './status-bits';

describe('status lists', () => {
  it('says of every entry what was written, after packing and unpacking', () => {
    const entries = fc.uniqueArray(fc.nat({ max: 9_999 }), { maxLength: 50 });
    fc.assert(
      fc.property(entries, fc.nat({ max: 9_999 }), (set, asked) => {
        const bits = decodeStatusBits(encodeStatusBits(statusBits(10_000, set)));
        return statusAt(bits, asked) === (set.includes(asked) ? 1 : 0);
      }),
    );
  });

  it('counts from the highest bit of the first byte', () => {
    expect([...statusBits(16, [0, 9])]).toEqual([0b1000_0000, 0b0100_0000]);
  });

  it('reads entries of several bits', () => {
    expect(statusAt(Buffer.from([0b0110_1100]), 1, 2)).toBe(0b10);
  });

  it.each([-1, 16, 0.5, Number.MAX_SAFE_INTEGER])('knows nothing of entry %d in a list of 16', (index) => {
    expect(statusAt(Buffer.alloc(2), index)).toBeUndefined();
  });

  it('reads the older form without its letter', () => {
    expect(decodeStatusBits(encodeStatusBits(Buffer.from([7])).slice(1))).toEqual(Buffer.from([7]));
  });

  it('stops unpacking a list that swells beyond 16 MiB', () => {
    const bomb = `u${gzipSync(Buffer.alloc(64 << 20)).toString('base64url')}`;
    expect(() => decodeStatusBits(bomb)).toThrow(expect.objectContaining({ code: 'too_complex' }));
  });

  it.each(['', 'u', 'unonsense'])('refuses %j', (text) => {
    expect(() => decodeStatusBits(text)).toThrow(expect.objectContaining({ code: 'malformed' }));
  });
});

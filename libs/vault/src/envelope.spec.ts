import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { open, seal, UnsealedError } from './envelope';
import { opening, sealing } from './sealed-stream';
import { markOf, unwrapKey, wrapKey } from './secret-wrap';

const key = randomBytes(32);
const PLACE = 'national_ids.sealed_value:1';

describe('a sealed value', () => {
  it('opens at its own place with its own key, and looks different each time', () => {
    const plain = Buffer.from('3174052802900001');
    const [one, other] = [seal(plain, key, PLACE), seal(plain, key, PLACE)];
    expect(open(one, key, PLACE)).toEqual(plain);
    expect(one.equals(other)).toBe(false);
    expect(one.includes(plain)).toBe(false);
  });

  it.each([
    ['in another row', key, 'national_ids.sealed_value:2'],
    ['in another column', key, 'files.sealed_key:1'],
    ['with another key', randomBytes(32), PLACE],
  ])('does not open %s', (_, otherKey, place) => {
    expect(() => open(seal(Buffer.from('x'), key, PLACE), otherKey, place)).toThrow(UnsealedError);
  });

  it('does not open with any one byte changed, or cut short', () => {
    const sealed = seal(Buffer.from('3174052802900001'), key, PLACE);
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => open(changed, key, PLACE)).toThrow(UnsealedError);
      expect(() => open(sealed.subarray(0, at), key, PLACE)).toThrow(UnsealedError);
    }
  });
});

describe('a sealed stream', () => {
  const CHUNK = 64 * 1024;
  const sealed = (plain: Buffer, place = PLACE): Promise<Buffer> =>
    buffer(Readable.from([plain]).pipe(sealing(key, place)));
  const opened = async (bytes: Buffer, place = PLACE, withKey = key): Promise<Buffer> => {
    const stream = opening(withKey, place);
    const read = buffer(stream);
    // Whoever reads hears of the failure.
    read.catch(() => undefined);
    await pipeline(Readable.from([bytes]), stream, { end: true }).catch(() => undefined);
    return read;
  };

  it.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 300_001])('gives %d bytes back', async (size) => {
    const plain = randomBytes(size);
    expect((await opened(await sealed(plain))).equals(plain)).toBe(true);
  });

  it('comes out the same however it arrives', async () => {
    const plain = randomBytes(2 * CHUNK + 77);
    const bytes = await sealed(plain);
    const pieces = Array.from({ length: Math.ceil(bytes.length / 999) }, (_, i) =>
      bytes.subarray(i * 999, (i + 1) * 999),
    );
    expect((await buffer(Readable.from(pieces).pipe(opening(key, PLACE)))).equals(plain)).toBe(true);
  });

  it('refuses another key, another place, a change, a cut, chunks exchanged, and bytes added', async () => {
    const bytes = await sealed(randomBytes(3 * CHUNK));
    const piece = (n: number): Buffer => bytes.subarray(32 + n * (CHUNK + 16), 32 + (n + 1) * (CHUNK + 16));
    const head = bytes.subarray(0, 32);
    const changed = Buffer.from(bytes);
    changed[CHUNK] = (changed[CHUNK] ?? 0) ^ 1;
    await expect(opened(bytes, PLACE, randomBytes(32))).rejects.toThrow(UnsealedError);
    await expect(opened(bytes, 'files.content:2')).rejects.toThrow(UnsealedError);
    await expect(opened(changed)).rejects.toThrow(UnsealedError);
    await expect(opened(Buffer.concat([head, piece(0), piece(1)]))).rejects.toThrow(UnsealedError);
    await expect(opened(Buffer.concat([head, piece(1), piece(0), piece(2)]))).rejects.toThrow(UnsealedError);
    await expect(opened(Buffer.concat([bytes, Buffer.from('x')]))).rejects.toThrow(UnsealedError);
    await expect(opened(Buffer.alloc(0))).rejects.toThrow(UnsealedError);
    await expect(opened(head)).rejects.toThrow(UnsealedError);
  });
});

describe('a data key', () => {
  const [now, former, strange] = ['ab'.repeat(32), 'cd'.repeat(32), 'ef'.repeat(32)];

  it('opens with the secret it was sealed with, also when that is a former one', () => {
    const wrapped = wrapKey(key, 'k1', former);
    expect(unwrapKey(wrapped, 'k1', [now, former])).toEqual(key);
    expect(wrapped.secretMark).toBe(markOf(former));
    expect(former).not.toContain(wrapped.secretMark);
  });

  it('says in a sentence what is wrong when no secret fits', () => {
    expect(() => unwrapKey(wrapKey(key, 'k1', former), 'k1', [strange])).toThrow(
      /HIMPUN_SECRET is not the one it was sealed with/,
    );
  });

  it('does not open in another row', () => {
    expect(() => unwrapKey(wrapKey(key, 'k1', now), 'k2', [now])).toThrow(/was changed in the database/);
  });
});

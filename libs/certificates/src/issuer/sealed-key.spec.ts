import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { openKey, sealKey } from './sealed-key';

const SECRET = 'ab'.repeat(32);
const { privateKey, publicKey } = generateKeyPairSync('ed25519');

describe('a signing key at rest', () => {
  it('opens to the same key', () => {
    const opened = openKey(sealKey(privateKey, 'key-1', SECRET), 'key-1', SECRET);
    expect(verify(null, Buffer.from('text'), publicKey, sign(null, Buffer.from('text'), opened))).toBe(true);
  });

  it('does not show the key, nor the same bytes twice', () => {
    const seed = Buffer.from(String(privateKey.export({ format: 'jwk' }).d), 'base64url');
    const [one, other] = [sealKey(privateKey, 'key-1', SECRET), sealKey(privateKey, 'key-1', SECRET)];
    expect(one.includes(seed)).toBe(false);
    expect(one.equals(other)).toBe(false);
  });

  it.each([
    ['another secret', (sealed: Buffer) => openKey(sealed, 'key-1', 'cd'.repeat(32))],
    ['the row of another key', (sealed: Buffer) => openKey(sealed, 'key-2', SECRET)],
    ['a changed byte', (sealed: Buffer) => openKey(flipped(sealed), 'key-1', SECRET)],
  ])('stays closed to %s, and says so', (_, open) => {
    expect(() => open(sealKey(privateKey, 'key-1', SECRET))).toThrow(/cannot be opened/);
  });
});

function flipped(sealed: Buffer): Buffer {
  const changed = Buffer.from(sealed);
  changed[changed.length - 1] = (changed[changed.length - 1] ?? 0) ^ 1;
  return changed;
}

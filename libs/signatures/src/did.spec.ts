import { generateKeyPairSync } from 'node:crypto';
import { didWebOf, didWebUrl, keyInDid } from './did';
import { keyFromMultibase, multikeyOf } from './verification-key';

describe('did:web', () => {
  it.each([
    ['did:web:example.org', 'https://example.org/.well-known/did.json'],
    ['did:web:Example.org:a:b', 'https://example.org/a/b/did.json'],
    ['did:web:localhost%3A3000', 'https://localhost:3000/.well-known/did.json'],
    ['did:web:example.org:..:secret', undefined],
    ['did:web:example.org:%2e%2e', undefined],
    ['did:web:example.org:a%2Fb', undefined],
    ['did:web:user@example.org', undefined],
    ['did:web:example.org/path', undefined],
    ['did:web:', undefined],
    ['did:key:z6Mk', undefined],
  ])('%s is served at %s', (did, url) => expect(didWebUrl(did)).toBe(url));

  it.each(['https://example.org', 'https://example.org:8443/a/b'])('of %s leads back there', (address) => {
    const served = didWebUrl(didWebOf(address));
    expect(served?.startsWith(address)).toBe(true);
  });
});

describe('did:key', () => {
  it.each(['ed25519', 'P-256', 'P-384'])('spells out a %s key', (kind) => {
    const { publicKey } =
      kind === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ec', { namedCurve: kind });
    const multikey = multikeyOf(publicKey);
    expect(keyFromMultibase(multikey).object.equals(publicKey)).toBe(true);
    expect(keyInDid(`did:key:${multikey}#${multikey}`)?.controller).toBe(`did:key:${multikey}`);
    expect(() => keyInDid(`did:key:${multikey}#other`)).toThrow(
      expect.objectContaining({ code: 'key_malformed' }),
    );
  });

  it('reads did:jwk', () => {
    const jwk = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' });
    const did = `did:jwk:${Buffer.from(JSON.stringify(jwk)).toString('base64url')}`;
    expect(keyInDid(`${did}#0`)).toMatchObject({ controller: did, key: { type: 'P-256' } });
    expect(() => keyInDid('did:jwk:e30')).toThrow();
  });

  it('knows a key by the same thumbprint however it is written (RFC 8037 A.3)', () => {
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' };
    const did = `did:jwk:${Buffer.from(JSON.stringify(jwk)).toString('base64url')}`;
    expect(keyInDid(did)?.key.thumbprint).toBe('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k');
  });

  it.each(['z6LSbysY2xFMRpGMhb7tFTLMpeuPRaqaWM1yECx2AtzE3KCc', 'z111', 'nonsense'])('refuses %s', (text) => {
    expect(() => keyInDid(`did:key:${text}`)).toThrow();
  });
});

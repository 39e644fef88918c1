import fc from 'fast-check';
import { isObject, JsonObject } from '@himpun/signatures';
import { aCredential, anIssuer, AT, signed, V2 } from '@himpun/signatures/testing';
import { checkSignedCredential } from './check-signed-credential';

type Path = (string | number)[];

const academy = anIssuer();
const badge = aCredential(academy, {
  '@context': [V2, 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  validUntil: '2027-01-01T00:00:00Z',
  credentialSubject: {
    type: ['AchievementSubject'],
    identifier: [
      {
        type: 'IdentityObject',
        identityHash: 'siti@example.org',
        identityType: 'emailAddress',
        hashed: false,
      },
    ],
    achievement: {
      id: 'urn:a:1',
      type: ['Achievement'],
      name: 'Wound care',
      description: 'Cares',
      criteria: { narrative: 'A test' },
    },
  },
});
const outcome = async (value: unknown) =>
  (await checkSignedCredential(JSON.stringify(value), { at: AT })).outcome;

describe.each(['eddsa-rdfc-2022', 'eddsa-jcs-2022'] as const)('a credential signed with %s', (suite) => {
  let credential: JsonObject;
  beforeAll(async () => {
    credential = await signed(academy, badge, suite);
  });

  it('verifies as it is, and with its members in another order', async () => {
    expect(await outcome(credential)).toBe('verified');
    expect(await outcome(Object.fromEntries(Object.entries(credential).reverse()))).toBe('verified');
  });

  it('never verifies with any text in it changed', async () => {
    const paths = textPaths(credential);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...paths),
        fc.string({ minLength: 1, maxLength: 12 }),
        async (path, text) => {
          fc.pre(text !== at(credential, path));
          expect(await outcome(replaced(credential, path, text))).not.toBe('verified');
        },
      ),
      { numRuns: 150 },
    );
  });

  it('never verifies with any member taken away', async () => {
    for (const path of memberPaths(credential)) {
      // Two contexts may be spelled as less when nothing uses the rest; every member of the credential itself counts.
      if (path[0] === '@context' || path[1] === '@context') continue;
      expect([path, await outcome(removed(credential, path))]).toEqual([
        path,
        expect.not.stringMatching(/^verified$/),
      ]);
    }
  });

  it('never verifies with a member added', async () => {
    for (const name of ['name', 'description', 'validFrom', 'credentialStatus', 'evidence', 'made up']) {
      const value = name === 'validFrom' ? '2020-01-01T00:00:00Z' : { id: 'urn:x', type: 'Evidence' };
      expect(await outcome({ ...credential, [name]: value })).not.toBe('verified');
    }
  });
});

function textPaths(value: unknown, path: Path = []): Path[] {
  if (typeof value === 'string') return [path];
  return children(value).flatMap(([key, child]) => textPaths(child, [...path, key]));
}

function memberPaths(value: unknown, path: Path = []): Path[] {
  return children(value).flatMap(([key, child]) => [
    ...(isObject(value) ? [[...path, key]] : []),
    ...memberPaths(child, [...path, key]),
  ]);
}

function children(value: unknown): [string | number, unknown][] {
  if (Array.isArray(value)) return value.map((child, index) => [index, child]);
  return isObject(value) ? Object.entries(value) : [];
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, key) => (inner as JsonObject)[key], value);
}

function replaced(value: JsonObject, path: Path, text: string): JsonObject {
  const copy = structuredClone(value);
  (at(copy, path.slice(0, -1)) as JsonObject)[path.at(-1) ?? ''] = text;
  return copy;
}

function removed(value: JsonObject, path: Path): JsonObject {
  const copy = structuredClone(value);
  delete (at(copy, path.slice(0, -1)) as JsonObject)[path.at(-1) ?? ''];
  return copy;
}

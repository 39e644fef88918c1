import { systemActor, type Actor } from '@himpun/kernel';
import { mayRevokeCertificate, maySeeCertificate } from './certificate.access';

const certificate = { personId: 'siti', groupPath: ['association', 'chapter'] };
const person = (personId: string, ...groups: string[]): Actor => ({
  ...systemActor('test'),
  kind: 'person',
  personId,
  powers: groups.map((groupId) => ({ power: 'certificates.issue', groupId, until: null })),
});

describe('certificates', () => {
  it.each([
    ['their holder', person('siti'), true, false],
    ['a stranger', person('ben'), false, false],
    ['an officer of the group', person('chloe', 'chapter'), true, true],
    ['an officer of the group above', person('chloe', 'association'), true, true],
    ['an officer of another group', person('chloe', 'elsewhere'), false, false],
    ['the officer who holds it', person('siti', 'chapter'), true, false],
    ['the system', systemActor('test'), true, true],
  ])('for %s: seen, revoked', (_, actor, sees, revokes) => {
    expect([maySeeCertificate(actor, certificate), mayRevokeCertificate(actor, certificate)]).toEqual([
      sees,
      revokes,
    ]);
  });
});

import { systemActor, type Actor } from '@himpun/kernel';
import { mayDeleteFile, mayOpenFile } from './file.access';

const person = (personId: string, power?: string, groupId = 'chapter'): Actor => ({
  ...systemActor('x'),
  kind: 'person',
  personId,
  powers: power ? [{ power, groupId, until: null }] : [],
});
const unsent = { ownerPersonId: 'ana', sights: [] };
const sent = { ownerPersonId: 'ana', sights: [['association', 'chapter']] };

describe('who may open a file', () => {
  it.each([
    ['its owner', person('ana'), unsent, true],
    ['a stranger', person('ben'), sent, false],
    ['a reviewer before it was submitted', person('rea', 'applications.review'), unsent, false],
    ['a reviewer of the group', person('rea', 'applications.review'), sent, true],
    ['a reviewer of the association above', person('rea', 'licences.check', 'association'), sent, true],
    ['a reviewer of another group', person('rea', 'applications.review', 'other'), sent, false],
    ['an officer with another power', person('rea', 'members.read'), sent, false],
    ['one of our jobs', systemActor('job'), unsent, true],
  ])('%s: %s', (_, actor, file, may) => {
    expect(mayOpenFile(actor, file)).toBe(may);
  });

  it('deletes only what its owner kept to themselves', () => {
    expect(mayDeleteFile(person('ana'), unsent)).toBe(true);
    expect(mayDeleteFile(person('ana'), sent)).toBe(false);
    expect(mayDeleteFile(person('ben'), unsent)).toBe(false);
  });
});

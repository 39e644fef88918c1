import { randomUUID } from 'node:crypto';
import { systemActor } from '@himpun/kernel';
import { Memberships } from '@himpun/membership';
import type { Requirement } from '@himpun/groups';
import type { AdmittingGroup } from './admission';
import type { TestApp } from './app';
import { signedIn, type TestClient } from './client';

/** Two members who vouch. */
export const sponsorship = {
  id: 'sponsor',
  kind: 'sponsor',
  title: { id: 'Pendukung', en: 'Sponsors' },
  hint: { id: 'Anggota yang mengenal Anda', en: 'Members who know you' },
  count: 2,
} as const satisfies Requirement;

/** A member of the group in good standing, with their number. */
export interface NumberedMember {
  person: TestClient;
  email: string;
  number: string;
  membershipId: string;
}

/** Somebody who became a member of the group in another way than by an application of the test. */
export async function aNumberedMember(
  api: TestApp,
  group: AdmittingGroup,
  fullName = 'Dewi Anggraini',
): Promise<NumberedMember> {
  const email = `${randomUUID()}@members.example.org`;
  const person = await signedIn(api, { fullName, email });
  const membershipId = await api.db.transaction((tx) =>
    api.app.get(Memberships, { strict: false }).enter(tx, systemActor('test'), {
      personId: String(person.personId),
      groupId: group.groupId,
      gradeId: group.gradeId,
      startsAt: api.clock.now(),
    }),
  );
  const [row]: { number: string }[] = await api.db.query('SELECT number FROM memberships WHERE id = $1', [
    membershipId,
  ]);
  return { person, email, number: String(row?.number), membershipId };
}

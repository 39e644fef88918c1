import { systemActor } from '@himpun/kernel';
import { Memberships } from '@himpun/membership';
import { anApplication, type AdmittingGroup } from './admission';
import type { TestApp } from './app';
import { claimed, presented } from './claims';
import { signedIn, type TestClient } from './client';

/** Somebody whose application was approved with these credentials; each checked at the sources that cover it. */
export interface TestMember {
  person: TestClient;
  membershipId: string;
  applicationId: string;
  credentialIds: string[];
  checkIds: string[];
}

type Claimed = Parameters<typeof claimed>[1];

/** Claims, presents and asks for the checks, waits for their ends by `settled`, and lets the membership begin. */
export async function aMember(
  api: TestApp,
  group: AdmittingGroup,
  {
    fullName = 'Ana Lestari',
    email,
    claims = [],
    as = (person) => Promise.resolve(person),
  }: {
    fullName?: string;
    email?: string;
    claims?: Claimed[];
    as?: (person: TestClient) => Promise<TestClient>;
  },
  settled: () => Promise<void>,
): Promise<TestMember> {
  const person = await as(await signedIn(api, { fullName, ...(email && { email }) }));
  const { id: applicationId } = await anApplication(api, group, { applicant: person, fullName });
  const credentialIds: string[] = [];
  for (const claim of claims) credentialIds.push(await claimed(person, claim));
  for (const [at, credentialId] of credentialIds.entries()) {
    await api.db.query(
      `INSERT INTO application_credentials (application_id, requirement_id, credential_id, created_at) VALUES ($1, $2, $3, $4)`,
      [applicationId, claims[at]?.kind ?? 'licence', credentialId, api.clock.now()],
    );
  }
  const { checkIds } = await presented(api, group.groupId, credentialIds, applicationId);
  await settled();
  const membershipId = await api.db.transaction((tx) =>
    api.app.get(Memberships, { strict: false }).enter(tx, systemActor('test'), {
      personId: String(person.personId),
      groupId: group.groupId,
      gradeId: group.gradeId,
      applicationId,
      startsAt: api.clock.now(),
    }),
  );
  await settled();
  return { person, membershipId, applicationId, credentialIds, checkIds };
}

import type { AdmittingGroup } from './admission';
import type { TestApp } from './app';
import { grantPowers, signedIn, type TestClient } from './client';

/** What the bot of a test may do. */
export interface TestBotRule {
  approves: boolean;
  closes?: { afterDays: number; remindDays: number };
}

/** Somebody who may publish the rules of the group. */
export async function aRuleMaker(api: TestApp, group: AdmittingGroup): Promise<TestClient> {
  const person = await signedIn(api, { fullName: 'Rahma Ketua' });
  await grantPowers(api, String(person.personId), group.groupId, ['rules.publish']);
  return person;
}

/** Says what the bot may do from now on, over the version seen. */
export function setBot(chair: TestClient, group: AdmittingGroup, seen: number, rule: TestBotRule) {
  return chair.post<{ version: number; code?: string }>(
    `/api/bots/${group.groupId}/versions`,
    { reason: 'Pilot', ...rule },
    { 'If-Match': `"${seen}"` },
  );
}

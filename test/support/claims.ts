import { randomUUID } from 'node:crypto';
import { Checks, type Claim, type CredentialKind } from '@himpun/credentials';
import { systemActor } from '@himpun/kernel';
import type { TestApp } from './app';
import type { TestClient } from './client';

/** A licence as a test names it. */
export const LICENCE = {
  kind: 'licence',
  holderName: 'Ana Lestari',
  authority: 'KTKI',
  profession: 'Fisioterapis',
  number: 'PT-404',
} as const;

/** A credential claimed over HTTP; returns its id. */
export async function claimed(
  person: TestClient,
  claim: Partial<Claim> & { kind: CredentialKind } = LICENCE,
): Promise<string> {
  const answer = await person.post<{ id: string }>('/api/credentials', claim);
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body.id;
}

/** Presents credentials as a submitted application does; returns the checks, and the origin they were asked for. */
export async function presented(
  api: TestApp,
  groupId: string,
  credentialIds: readonly string[],
  originId: string = randomUUID(),
): Promise<{ checkIds: string[]; originId: string }> {
  const order = { credentialIds, groupId, originType: 'application', originId };
  const checkIds = await api.db.transaction((tx) =>
    api.app.get(Checks, { strict: false }).requestFor(tx, systemActor('test'), order),
  );
  return { checkIds, originId };
}

/** One check as the database has it. */
export async function checkRow(api: TestApp, id: string): Promise<Record<string, unknown>> {
  const [row]: Record<string, unknown>[] = await api.db.query(
    `SELECT run_state, outcome, action, attempts, source, source_version, query, answer, encode(answer_hash, 'hex') AS hash,
       (SELECT array_agg(r->>'code') FROM jsonb_array_elements(reasons) r) AS reasons, fields, ended_at
     FROM checks WHERE id = $1`,
    [id],
  );
  return row as Record<string, unknown>;
}

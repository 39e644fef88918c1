import { Passwords } from '@himpun/identity';
import type { TestApp } from './app';
import { stranger, type TestClient } from './client';

/** A password that the rules take. */
export const PASSWORD = 'tujuh gajah menyeberang sungai';

/** A confirmed account with `PASSWORD`, as if signed up long ago; returns its id. */
export async function anAccount(api: TestApp, email: string, fullName = 'Ana Lestari'): Promise<string> {
  const { accountId } = await accountWithPerson(api, email, fullName);
  return accountId;
}

/** The same, with the id of the person. */
export async function accountWithPerson(
  api: TestApp,
  email: string,
  fullName = 'Ana Lestari',
): Promise<{ accountId: string; personId: string }> {
  const [accountId, personId] = [crypto.randomUUID(), crypto.randomUUID()];
  const now = api.clock.now();
  await api.db.query('INSERT INTO people (id, created_at, full_name) VALUES ($1, $2, $3)', [
    personId,
    now,
    fullName,
  ]);
  await api.db.query(
    `INSERT INTO accounts (id, created_at, person_id, email, password_hash, email_confirmed_at)
     VALUES ($1, $2, $3, $4, $5, $2)`,
    [accountId, now, personId, email, await api.app.get(Passwords).hash(PASSWORD)],
  );
  return { accountId, personId };
}

/** A browser that signs in over HTTP as a person would. */
export async function signedInByPassword(
  api: TestApp,
  email: string,
  password = PASSWORD,
): Promise<TestClient> {
  const browser = stranger(api);
  const { status } = await browser.post('/api/session', { email, password });
  if (status !== 204) throw new Error(`signing in answered ${status}`);
  return browser;
}

/** The types of the messages about an account, oldest first. */
export async function newsOf(api: TestApp, accountId: string): Promise<string[]> {
  const rows: { type: string }[] = await api.db.query(
    `SELECT type FROM outbox_messages WHERE payload->>'accountId' = $1 ORDER BY id`,
    [accountId],
  );
  return rows.map((row) => row.type);
}

/** The link's token that the mail for the newest message of a type carries, made as the worker makes it. */
export async function newestMessage(api: TestApp, accountId: string, type: string): Promise<string> {
  const [row] = await api.db.query(
    `SELECT id FROM outbox_messages WHERE payload->>'accountId' = $1 AND type = $2 ORDER BY id DESC LIMIT 1`,
    [accountId, type],
  );
  if (!row) throw new Error(`no message ${type} about ${accountId}`);
  return row.id as string;
}

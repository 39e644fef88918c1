import { randomUUID } from 'node:crypto';
import { Sessions } from '@himpun/identity';
import type { TestApp } from './app';

/** A parsed answer. */
export interface Answer<Body = Record<string, unknown>> {
  status: number;
  headers: Headers;
  body: Body;
}

/** One browser of one person: keeps its cookie, speaks JSON, comes from our own pages. */
export class TestClient {
  constructor(
    private readonly api: Pick<TestApp, 'url'>,
    public cookie: string | null = null,
    readonly accountId: string | null = null,
    readonly personId: string | null = null,
  ) {}

  get<Body = Record<string, unknown>>(
    path: string,
    headers: Record<string, string> = {},
  ): Promise<Answer<Body>> {
    return this.send<Body>('GET', path, undefined, headers);
  }

  post<Body = Record<string, unknown>>(
    path: string,
    body: unknown = {},
    headers: Record<string, string> = {},
  ): Promise<Answer<Body>> {
    return this.send<Body>('POST', path, body, headers);
  }

  put<Body = Record<string, unknown>>(
    path: string,
    body: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<Body>> {
    return this.send<Body>('PUT', path, body, headers);
  }

  patch<Body = Record<string, unknown>>(
    path: string,
    body: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<Body>> {
    return this.send<Body>('PATCH', path, body, headers);
  }

  delete<Body = Record<string, unknown>>(
    path: string,
    headers: Record<string, string> = {},
  ): Promise<Answer<Body>> {
    return this.send<Body>('DELETE', path, undefined, headers);
  }

  /** An answer as bytes: documents, pictures. */
  async download(path: string, headers: Record<string, string> = {}): Promise<Answer<Buffer>> {
    const response = await fetch(this.api.url + path, { headers: { ...this.headers(), ...headers } });
    const body = Buffer.from(await response.arrayBuffer());
    return { status: response.status, headers: response.headers, body };
  }

  /** Sends one file as multipart/form-data, field `file`, with further text fields before it. */
  async upload<Body = Record<string, unknown>>(
    path: string,
    file: { name: string; type: string; bytes: Buffer },
    fields: Record<string, string> = {},
  ): Promise<Answer<Body>> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    form.set('file', new Blob([new Uint8Array(file.bytes)], { type: file.type }), file.name);
    return this.answer<Body>(
      await fetch(this.api.url + path, { method: 'POST', body: form, headers: this.headers() }),
    );
  }

  async send<Body>(
    method: string,
    path: string,
    body: unknown,
    headers: Record<string, string>,
  ): Promise<Answer<Body>> {
    const json = body !== undefined;
    const response = await fetch(this.api.url + path, {
      method,
      redirect: 'manual',
      headers: { ...this.headers(), ...(json && { 'Content-Type': 'application/json' }), ...headers },
      ...(json && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return this.answer<Body>(response);
  }

  private headers(): Record<string, string> {
    return {
      'Sec-Fetch-Site': 'same-origin',
      'Accept-Language': 'en',
      ...(this.cookie && { Cookie: this.cookie }),
    };
  }

  /** As a browser does: a new session cookie replaces the old one, an emptied one is forgotten. */
  private adoptCookie(headers: Headers): void {
    const set = headers.getSetCookie().map((line) => /^((?:__Host-)?himpun=)([^;]*)/.exec(line));
    for (const match of set) if (match) this.cookie = match[2] ? `${match[1]}${match[2]}` : null;
  }

  private async answer<Body>(response: Response): Promise<Answer<Body>> {
    this.adoptCookie(response.headers);
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      body: (isJson && text ? JSON.parse(text) : text) as Body,
    };
  }
}

/** A browser without a session. */
export function stranger(api: Pick<TestApp, 'url'>): TestClient {
  return new TestClient(api);
}

/** A new person with a confirmed account, signed in. Names only what the test is about. */
export async function signedIn(
  api: TestApp,
  person: { fullName?: string; email?: string; birthDate?: string } = {},
): Promise<TestClient> {
  const personId = randomUUID();
  const accountId = randomUUID();
  const now = api.clock.now();
  await api.db.query('INSERT INTO people (id, created_at, full_name, birth_date) VALUES ($1, $2, $3, $4)', [
    personId,
    now,
    person.fullName ?? 'Ana Lestari',
    person.birthDate ?? null,
  ]);
  await api.db.query(
    'INSERT INTO accounts (id, created_at, person_id, email, email_confirmed_at) VALUES ($1, $2, $3, $4, $2)',
    [accountId, now, personId, person.email ?? `${personId}@example.org`],
  );
  return signIn(api, accountId, personId);
}

/** A fresh session of an existing account. */
export async function signIn(api: TestApp, accountId: string, personId: string): Promise<TestClient> {
  const { token } = await api.app.get(Sessions).open(accountId, { userAgent: 'jest', ip: '127.0.0.1' });
  return new TestClient(api, `__Host-himpun=${token}`, accountId, personId);
}

/** Gives a person powers on a group, as a term would; open-ended unless told. */
export async function grantPowers(
  api: TestApp,
  personId: string,
  groupId: string,
  powers: readonly string[],
  until: Date | null = null,
): Promise<void> {
  for (const power of powers) {
    await api.db.query(
      `INSERT INTO access_grants (id, created_at, person_id, power, group_id, valid_from, valid_until, origin_type, origin_id)
       VALUES ($1, $2, $3, $4, $5, $2, $6, 'test', $7)`,
      [randomUUID(), api.clock.now(), personId, power, groupId, until, randomUUID()],
    );
  }
}

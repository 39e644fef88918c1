import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import sharp from 'sharp';
import { FileSights, FileSweep } from '@himpun/files';
import { startApi, type TestApp } from '../../../support/app';
import { grantPowers, signedIn, stranger, type TestClient } from '../../../support/client';
import { aGroup } from '../../../support/groups';
import { aPdf, aPicture, aPixelFlood } from '../../../support/sample-files';

interface FileBody extends Record<string, unknown> {
  id: string;
  name: string;
  mediaType: string;
  size: number;
}

const MEBIBYTE = 1024 * 1024;

describe('uploads', () => {
  let api: TestApp;
  let owner: TestClient;
  beforeAll(async () => {
    api = await startApi();
    owner = await signedIn(api);
  });
  afterAll(() => api.close());

  const filesIn = (folder: string): string[] =>
    readdirSync(join(api.dataDir, 'files', folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => entry.name);
  const upload = (client: TestClient, name: string, type: string, bytes: Buffer, purpose = 'evidence') =>
    client.upload<FileBody>(`/api/files?purpose=${purpose}`, { name, type, bytes });
  const aFile = async (client = owner): Promise<FileBody> =>
    (await upload(client, 'Ijazah.pdf', 'application/pdf', await aPdf())).body;

  it('keeps a document and gives it back to be saved, never run', async () => {
    const bytes = await aPdf();
    const made = await upload(owner, 'Ijazah S1 – Ana’s.pdf', 'application/pdf', bytes);
    const back = await owner.get<string>(`/api/files/${made.body.id}`);

    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ name: 'Ijazah S1 – Ana’s.pdf', mediaType: 'application/pdf' });
    expect(back.status).toBe(200);
    expect(back.headers.get('content-disposition')).toMatch(/^attachment; .*filename\*=UTF-8''Ijazah%20S1/);
    expect(back.headers.get('content-security-policy')).toContain('sandbox');
    expect(back.headers.get('x-content-type-options')).toBe('nosniff');
    expect(back.headers.get('content-length')).toBe(String(bytes.length));
  });

  it('makes pictures anew, without what a camera wrote into them', async () => {
    const bytes = await aPicture('jpeg', { exif: true });
    const made = await upload(owner, 'foto.JPG', 'image/jpeg', bytes);
    const response = await fetch(`${api.url}/api/files/${made.body.id}/view`, {
      headers: { Cookie: owner.cookie ?? '' },
    });
    const kept = Buffer.from(await response.arrayBuffer());

    expect(bytes.includes('SECRET-HOME-ADDRESS')).toBe(true);
    expect(kept.includes('SECRET-HOME-ADDRESS')).toBe(false);
    expect(await sharp(kept).metadata()).toMatchObject({ format: 'jpeg', width: 64, height: 48 });
    expect(response.headers.get('content-disposition')).toMatch(/^inline/);
    expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
  });

  it('keeps a signed credential byte for byte, and never shows it', async () => {
    const token = Buffer.from('eyJhbGciOiJFZERTQSJ9.eyJpc3MiOiJkaWQ6d2ViOngifQ.c2ln');
    const made = await upload(owner, 'badge.jwt', 'application/octet-stream', token, 'credential');
    const view = await owner.get(`/api/files/${made.body.id}/view`);

    expect(made.body).toMatchObject({ mediaType: 'application/jwt', size: token.length });
    expect((await owner.get<string>(`/api/files/${made.body.id}`)).body).toBe(token.toString());
    expect(view).toMatchObject({ status: 415, body: { code: 'file.view_unsupported' } });
  });

  it.each([
    '../../../../etc/passwd.pdf',
    '..\\..\\windows\\system32\\evil.pdf',
    '/etc/cron.d/evil.pdf',
    'C:\\evil.pdf',
    '....//....//evil.pdf',
    '%2e%2e%2fevil.pdf',
    'a'.repeat(500) + '.pdf',
    "O’Brien & “Söns”; rm -rf '.pdf",
  ])('stores %.40s under a key of its own making', async (name) => {
    const before = filesIn('kept').length;
    const made = await upload(owner, name, 'application/pdf', await aPdf());

    expect(made.status).toBe(201);
    expect(made.body.name).not.toMatch(/[/\\]/);
    expect([...made.body.name].length).toBeLessThanOrEqual(200);
    expect(filesIn('kept')).toHaveLength(before + 1);
    expect(filesIn('kept').every((key) => /^[0-9a-f-]{36}$/.test(key))).toBe(true);
  });

  it.each(['../../package.json', '..%2f..%2fpackage.json', 'null', '1', `${randomUUID()}.pdf`])(
    'answers a made-up id %s without looking for a file',
    async (id) => {
      const answer = await owner.get(`/api/files/${id}`);
      expect([400, 404]).toContain(answer.status);
    },
  );

  it('shows a file to nobody but its owner, and to officers once it was submitted to their group', async () => {
    const groupId = await aGroup(api);
    const otherId = await aGroup(api);
    const [other, reviewer, outsider] = await Promise.all([signedIn(api), signedIn(api), signedIn(api)]);
    await grantPowers(api, reviewer.personId as string, groupId, ['applications.review']);
    await grantPowers(api, outsider.personId as string, otherId, ['applications.review', 'licences.check']);
    const { id } = await aFile();
    const statuses = async (): Promise<number[]> => {
      const answers = [];
      for (const client of [owner, other, reviewer, outsider, stranger(api)]) {
        answers.push((await client.get(`/api/files/${id}/view`)).status);
      }
      return answers;
    };

    expect(await statuses()).toEqual([200, 404, 404, 404, 401]);
    await api.db.transaction((tx) =>
      api.app.get(FileSights, { strict: false }).give(tx, [id], { id: groupId, path: [groupId] }),
    );
    expect(await statuses()).toEqual([200, 404, 200, 404, 401]);
    const looks: unknown[] = await api.db.query(
      `SELECT actor_person_id FROM audit_entries WHERE action = 'file.opened' AND subject_id = $1`,
      [id],
    );
    expect(looks).toEqual([{ actor_person_id: reviewer.personId }]);
    const mine = await owner.get<{ items: unknown[] }>('/api/account/private-reads');
    expect(mine.body.items).toEqual([
      expect.objectContaining({
        ...{ subjectType: 'file', subjectName: 'Ijazah.pdf', readerKind: 'person', reason: 'case_review' },
        groupNameEn: 'Physiotherapy Association',
      }),
    ]);
    expect((await other.get('/api/account/private-reads')).body).toEqual({ items: [], total: 0 });
    expect((await owner.delete(`/api/files/${id}`)).body).toMatchObject({ code: 'file.in_use_conflict' });
  });

  it('forgets a deleted file, and its content with the next sweep', async () => {
    const { id } = await aFile();
    const before = filesIn('kept').length;
    expect((await (await signedIn(api)).delete(`/api/files/${id}`)).status).toBe(404);
    expect((await owner.delete(`/api/files/${id}`)).status).toBe(204);
    expect((await owner.get(`/api/files/${id}`)).status).toBe(404);

    api.clock.set(new Date(Date.now() + 2 * 60 * 60 * 1_000));
    const removed = await api.app.get(FileSweep, { strict: false }).run();
    api.clock.set('2026-11-21T03:00:00Z');

    expect(removed).toBe(1);
    expect(filesIn('kept')).toHaveLength(before - 1);
  });

  it('refuses what no longer fits into the person’s space', async () => {
    const full = await signedIn(api);
    await api.db.query(
      `INSERT INTO files (id, created_at, owner_person_id, purpose, name, media_type, size, sha256, storage_key)
       SELECT gen_random_uuid(), now(), $1, 'evidence', 'x', 'application/pdf', 10485760, sha256(''), gen_random_uuid()
       FROM generate_series(1, 20)`,
      [full.personId],
    );
    const answer = await upload(full, 'a.pdf', 'application/pdf', await aPdf());

    expect(answer).toMatchObject({ status: 422, body: { code: 'file.quota_full' } });
    expect(filesIn('incoming')).toEqual([]);
  });

  it('gives two hundred at once no more room than one after the other, and keeps none of them in memory (row 31)', async () => {
    const crowded = await signedIn(api);
    const pdf = await aPdf();
    await api.db.query(
      `INSERT INTO files (id, created_at, owner_person_id, purpose, name, media_type, size, sha256, storage_key)
       SELECT gen_random_uuid(), now(), $1, 'evidence', 'x', 'application/pdf',
         10485760 - CASE n WHEN 1 THEN $2::int ELSE 0 END, sha256(''), gen_random_uuid()
       FROM generate_series(1, 20) n`,
      [crowded.personId, 3 * pdf.length],
    );
    const before = process.memoryUsage().rss;
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, one) => upload(crowded, `${one}.pdf`, 'application/pdf', pdf)),
    );
    const grown = process.memoryUsage().rss - before;
    const statusesOfRefusals = new Set(
      answers.map(({ status }) => status).filter((status) => status !== 201),
    );
    let taken = answers.filter(({ status }) => status === 201).length;
    while ((await upload(crowded, 'later.pdf', 'application/pdf', pdf)).status === 201) taken += 1;
    const [kept] = await api.db.query<{ bytes: string }[]>(
      'SELECT sum(size) AS bytes FROM files WHERE owner_person_id = $1',
      [crowded.personId],
    );

    expect(taken).toBe(3);
    expect(Number(kept?.bytes)).toBe(200 * MEBIBYTE);
    expect([...statusesOfRefusals].filter((status) => status !== 422 && status !== 429)).toEqual([]);
    expect(grown).toBeLessThan(100 * MEBIBYTE);
    expect(filesIn('incoming')).toEqual([]);
  });

  it('stops a stream of 100 MB at the limit, without keeping it in memory or on disk', async () => {
    const before = process.memoryUsage().rss;
    const { status, body } = await stream(api, owner, 100 * MEBIBYTE);

    expect(status).toBe(413);
    expect(body).toMatchObject({ code: 'file.too_large', maxBytes: 10 * MEBIBYTE });
    expect(filesIn('incoming')).toEqual([]);
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * MEBIBYTE);
  });

  it('removes what had come when the sender goes away', async () => {
    const sent = request(`${api.url}/api/files?purpose=evidence`, {
      method: 'POST',
      headers: multipart(owner),
    });
    sent.on('error', () => undefined);
    sent.write(partHead('a.pdf'));
    sent.write(Buffer.alloc(MEBIBYTE, 0x20));
    await until(() => filesIn('incoming').length === 1);
    sent.destroy();

    await until(() => filesIn('incoming').length === 0);
  });

  it('looks at a picture of 400 million pixels without unpacking it', async () => {
    const before = process.memoryUsage().rss;
    const flood = aPixelFlood(20_000);
    const answer = await upload(owner, 'a.png', 'image/png', flood);

    expect(flood.length).toBeLessThan(100_000);
    expect(answer.body).toMatchObject({ code: 'file.picture_too_large' });
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * MEBIBYTE);
  });

  it('refuses a purpose that does not exist', async () => {
    const answer = await upload(owner, 'a.pdf', 'application/pdf', await aPdf(), 'anything');
    expect(answer).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
  });
});

const BOUNDARY = 'himpun-test';

function multipart(client: TestClient): Record<string, string> {
  return {
    Cookie: client.cookie ?? '',
    'Sec-Fetch-Site': 'same-origin',
    'Content-Type': `multipart/form-data; boundary=${BOUNDARY}`,
  };
}

function partHead(name: string): string {
  return `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/pdf\r\n\r\n`;
}

/** Sends bytes without saying how many, as a stream does. */
function stream(api: TestApp, client: TestClient, bytes: number): Promise<{ status: number; body: unknown }> {
  return new Promise((resolve, reject) => {
    const sent = request(`${api.url}/api/files?purpose=evidence`, {
      method: 'POST',
      headers: multipart(client),
    });
    sent.on('error', reject);
    sent.on('response', (response) => {
      let text = '';
      response.on('data', (part: Buffer) => (text += part.toString()));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: JSON.parse(text) }));
    });
    sent.write(`${partHead('a.pdf')}%PDF-1.4\n`);
    const piece = Buffer.alloc(MEBIBYTE, 0x20);
    let left = bytes;
    const push = (): void => {
      while (left > 0) {
        left -= piece.length;
        if (!sent.write(piece)) {
          sent.once('drain', push);
          return;
        }
      }
      sent.end(`\r\n--${BOUNDARY}--\r\n`);
    };
    push();
  });
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
}

import { randomUUID } from 'node:crypto';
import { anAdmittingGroup, CODE, type AdmittingGroup } from '../../../support/admission';
import { startApi, type TestApp } from '../../../support/app';
import { grantPowers, signedIn, type TestClient } from '../../../support/client';
import { aGroup } from '../../../support/groups';

interface Code {
  id: string;
  edition: number;
  textHash: string;
  clauses: { id: string; position: number; mustAcknowledge: boolean }[];
  acknowledgement: { language: string } | null;
}

describe('the code of ethics', () => {
  let api: TestApp;
  let group: AdmittingGroup;

  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    group = await anAdmittingGroup(api);
  });

  const read = (client: TestClient, groupId = group.groupId) =>
    client.get<Code>(`/api/groups/${groupId}/code`);
  const marked = (code: Code) => code.clauses.filter((clause) => clause.mustAcknowledge).map(({ id }) => id);
  const acknowledge = (client: TestClient, codeId: string, clauseIds: string[], language = 'id') =>
    client.post(`/api/codes/${codeId}/acknowledgements`, { language, clauseIds });

  it('is acknowledged with its edition, hash, language, clauses and time, and once', async () => {
    const ana = await signedIn(api);
    const { body: code } = await read(ana);
    expect(code).toMatchObject({ edition: 1, acknowledgement: null });
    const first = await acknowledge(ana, code.id, marked(code), 'en');
    const again = await acknowledge(ana, code.id, marked(code), 'id');
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.body).toEqual(first.body);
    const rows = await api.db.query(
      'SELECT code_id, text_hash, language, clause_ids, created_at FROM acknowledgements WHERE person_id = $1',
      [ana.personId],
    );
    expect(rows).toEqual([
      {
        code_id: code.id,
        text_hash: code.textHash,
        language: 'en',
        clause_ids: marked(code),
        created_at: api.clock.now(),
      },
    ]);
    expect((await read(ana)).body.acknowledgement).toMatchObject({ language: 'en' });
  });

  it('has one acknowledgement and one announcement from twenty clicks at once', async () => {
    const ana = await signedIn(api);
    const { body: code } = await read(ana);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => acknowledge(ana, code.id, marked(code))),
    );
    expect(new Set(answers.map(({ body }) => body.acknowledgementId)).size).toBe(1);
    const [count] = await api.db.query(
      `SELECT (SELECT count(*)::int FROM acknowledgements WHERE person_id = $1) AS rows,
              (SELECT count(*)::int FROM outbox_messages WHERE type = 'ethics.code_acknowledged'
                 AND payload ->> 'personId' = $1::text) AS news`,
      [ana.personId],
    );
    expect(count).toEqual({ rows: 1, news: 1 });
  });

  it.each([
    ['a marked clause left out', (code: Code) => marked(code).slice(1), 422, 'acknowledgement.incomplete'],
    [
      'a clause of nowhere',
      (code: Code) => [...marked(code), randomUUID()],
      422,
      'acknowledgement.incomplete',
    ],
    ['something that is no id', () => ['x'], 400, 'request.invalid'],
  ])('refuses %s and remembers nothing', async (_, clauses, status, problem) => {
    const ana = await signedIn(api);
    const { body: code } = await read(ana);
    expect(await acknowledge(ana, code.id, clauses(code))).toMatchObject({ status, body: { code: problem } });
    expect(await api.db.query('SELECT 1 FROM acknowledgements WHERE person_id = $1', [ana.personId])).toEqual(
      [],
    );
  });

  it('is the parent’s for a chapter without its own, and asks anew when a new edition is out', async () => {
    const chapterId = await aGroup(api, { parentId: group.groupId });
    const ana = await signedIn(api);
    const { body: first } = await read(ana, chapterId);
    expect(first.id).toBe(group.codeId);

    const chair = await signedIn(api);
    await grantPowers(api, chair.personId as string, group.groupId, ['ethics.publish']);
    const published = await chair.post<{ id: string }>(`/api/groups/${group.groupId}/codes`, {
      ...CODE,
      title: { id: 'Kode Etik Baru', en: 'New Code of Ethics' },
    });
    expect(published.status).toBe(201);
    expect(await acknowledge(ana, first.id, marked(first))).toMatchObject({
      status: 409,
      body: { code: 'code.stale' },
    });
    const { body: second } = await read(ana, chapterId);
    expect(second).toMatchObject({ id: published.body.id, edition: 2, acknowledgeBy: '2026-12-21' });
    expect(second.textHash).not.toBe(first.textHash);
  });

  it('is published only by who may, with both languages, and is fixed from then on', async () => {
    const chair = await signedIn(api);
    await grantPowers(api, chair.personId as string, await aGroup(api), ['ethics.publish']);
    const publish = (body: object, on = group.groupId) => chair.post(`/api/groups/${on}/codes`, body);
    expect(await publish(CODE)).toMatchObject({ status: 403, body: { code: 'code.forbidden' } });

    await grantPowers(api, chair.personId as string, group.groupId, ['ethics.publish']);
    const half = { ...CODE, title: { id: 'Kode Etik', en: '' } };
    expect(await publish(half)).toMatchObject({ status: 422, body: { reasons: [{ field: 'title' }] } });
    await expect(
      api.db.query(`UPDATE code_clauses SET text_id = 'lain' WHERE code_id = $1`, [group.codeId]),
    ).rejects.toThrow('append-only');
    await expect(api.db.query('DELETE FROM codes WHERE id = $1', [group.codeId])).rejects.toThrow(
      'append-only',
    );
  });

  it('answers 404 where no group above has one', async () => {
    const bare = await aGroup(api);
    expect(await read(await signedIn(api), bare)).toMatchObject({
      status: 404,
      body: { code: 'code.not_found' },
    });
  });
});

import { Credentials } from '@himpun/credentials';
import { systemActor } from '@himpun/kernel';
import { startApi, type TestApp } from '../../../support/app';
import { claimed, LICENCE, presented } from '../../../support/claims';
import { grantPowers, signedIn, type TestClient } from '../../../support/client';
import { aGroup } from '../../../support/groups';
import { aPdf } from '../../../support/sample-files';

describe('credentials', () => {
  let api: TestApp;
  let groupId: string;
  let ana: TestClient;
  let ben: TestClient;
  beforeAll(async () => {
    api = await startApi();
    groupId = await aGroup(api);
    [ana, ben] = [await signedIn(api), await signedIn(api)];
  });
  afterAll(() => api.close());
  const version = (number: number) => ({ 'If-Match': `"${number}"` });

  it('begin unfinished, grow part by part, and say what is missing', async () => {
    const id = await claimed(ana, { kind: 'education' });
    const first = await ana.get<{ missing: string[] }>(`/api/credentials/${id}`);
    expect(first.body.missing).toEqual(['holderName', 'institution', 'level', 'field', 'endedOn']);
    const change = { institution: '  Universitas Gadjah Mada ', level: 6, field: 'Fisioterapi' };
    const grown = await ana.patch(`/api/credentials/${id}`, change, version(1));
    expect(grown).toMatchObject({
      status: 200,
      body: {
        version: 2,
        claim: { institution: 'Universitas Gadjah Mada', level: 6 },
        missing: ['holderName', 'endedOn'],
      },
    });
    const emptied = await ana.patch(`/api/credentials/${id}`, { field: null, holderName: null }, version(2));
    expect(emptied.body).toMatchObject({ claim: { field: null, holderName: '', level: 6 } });
  });

  it('edited in two tabs: the second is told what is stored, and loses nothing', async () => {
    const id = await claimed(ana);
    expect((await ana.patch(`/api/credentials/${id}`, { number: 'A' }, version(1))).status).toBe(200);
    expect(await ana.patch(`/api/credentials/${id}`, { number: 'B' }, version(1))).toMatchObject({
      status: 409,
      body: { code: 'credential.stale', current: { version: 2, claim: { number: 'A' } } },
    });
    const both = await Promise.all(
      ['C', 'D'].map((number) => ana.patch(`/api/credentials/${id}`, { number }, version(2))),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it.each([
    ['a degree from the future', { kind: 'education', endedOn: '2027-01-01' }, 'credential.invalid'],
    [
      'an end before the beginning',
      { kind: 'licence', validFrom: '2026-02-01', validUntil: '2026-01-01' },
      'credential.invalid',
    ],
    ['a day that is none', { kind: 'licence', validFrom: '2026-02-30' }, 'request.invalid'],
    ['a level beyond nine', { kind: 'education', level: 10 }, 'request.invalid'],
    ['an unknown kind', { kind: 'diploma' }, 'request.invalid'],
    ['an unknown field', { kind: 'licence', state: 'presented' }, 'request.invalid'],
    ['a number without end', { kind: 'licence', number: 'x'.repeat(101) }, 'request.invalid'],
  ])('refuse %s', async (_, body, code) => {
    expect(await ana.post('/api/credentials', body)).toMatchObject({ status: 400, body: { code } });
  });

  it('of others are as if they were not there', async () => {
    const id = await claimed(ana);
    const path = `/api/credentials/${id}`;
    const answers = await Promise.all([
      ben.get(path),
      ben.patch(path, { number: 'x' }, version(1)),
      ben.delete(path),
      ben.post(`${path}/signed`),
      ben.delete(`${path}/signed`),
      ben.get(`${path}/signed`),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 415, 404, 404]);
    expect(JSON.stringify(answers)).not.toContain('PT-404');
  });

  it('carry files of their owner only', async () => {
    const id = await claimed(ana);
    const pdf = { name: 'ijazah.pdf', type: 'application/pdf', bytes: await aPdf() };
    const own = (await ana.upload<{ id: string }>('/api/files?purpose=evidence', pdf)).body.id;
    const foreign = (await ben.upload<{ id: string }>('/api/files?purpose=evidence', pdf)).body.id;
    const attach = (file: string) => ana.put(`/api/credentials/${id}/evidence/${file}`, {});
    expect(await attach(foreign)).toMatchObject({ status: 404, body: { code: 'file.not_found' } });
    expect(await attach(own)).toMatchObject({
      status: 200,
      body: { evidence: [{ id: own, name: 'ijazah.pdf' }] },
    });
    expect((await attach(own)).body).toMatchObject({ evidence: [{ id: own }] });
    expect((await ana.delete(`/api/credentials/${id}/evidence/${own}`)).body).toMatchObject({ evidence: [] });
  });

  it('presented with an application are fixed, and open again when it is sent back', async () => {
    const id = await claimed(ana);
    const officer = await signedIn(api);
    await grantPowers(api, officer.personId as string, groupId, ['applications.review']);
    expect((await officer.get(`/api/credentials/${id}`)).status).toBe(404);
    await presented(api, groupId, [id]);
    expect((await officer.get(`/api/credentials/${id}`)).status).toBe(200);
    const amend = () =>
      ana.patch(`/api/credentials/${id}`, { ...LICENCE, kind: undefined, number: 'PT-405' }, version(1));
    expect(await amend()).toMatchObject({ status: 409, body: { code: 'credential.closed' } });
    expect(await ana.delete(`/api/credentials/${id}`)).toMatchObject({ status: 409 });
    await api.db.transaction((tx) =>
      api.app.get(Credentials, { strict: false }).reopen(tx, systemActor('test'), [id]),
    );
    expect((await amend()).status).toBe(200);
  });

  it('withdrawn are gone', async () => {
    const id = await claimed(ana);
    expect((await ana.delete(`/api/credentials/${id}`)).status).toBe(204);
    expect((await ana.get(`/api/credentials/${id}`)).status).toBe(404);
  });
});

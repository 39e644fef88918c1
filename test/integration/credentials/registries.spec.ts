import { Test, type TestingModule } from '@nestjs/testing';
import { AuditModule } from '@himpun/audit';
import {
  CheckSources,
  CredentialsModule,
  NationalIds,
  SHARED_PACE,
  SourcePace,
  type CheckSource,
  type Turn,
} from '@himpun/credentials';
import { DatabaseModule } from '@himpun/database';
import { FilesModule } from '@himpun/files';
import { KernelModule } from '@himpun/kernel';
import { OutboxModule } from '@himpun/outbox';
import { Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { testDatabase } from '../../support/services/database';
import { aPractitioner, fhirStandIn, type FhirMood, type FhirStandIn } from '../../support/stand-ins/fhir';

const NIK = '3171010105900001';

/** Every turn at once; how long a registry asked to be left alone is written down. */
class NoPace extends SourcePace {
  held: number[] = [];

  turn(): Promise<Turn> {
    return Promise.resolve({ taken: true });
  }

  hold(_source: string, milliseconds: number): Promise<void> {
    this.held.push(milliseconds);
    return Promise.resolve();
  }
}

const pace = new NoPace();

@Global()
@Module({
  providers: [{ provide: SHARED_PACE, useValue: pace }],
  exports: [SHARED_PACE],
})
class House {}

describe('a registry behind a token', () => {
  let fhir: FhirStandIn;
  let module: TestingModule;
  let drop: () => Promise<void>;
  let source: CheckSource;
  let directory: CheckSource;

  beforeAll(async () => {
    fhir = await fhirStandIn();
    const database = await testDatabase();
    drop = database.drop;
    const server = {
      url: fhir.url,
      tokenUrl: fhir.tokenUrl,
      clientId: 'himpun',
      clientSecret: 's3cret',
      perSecond: 0,
    };
    Object.assign(process.env, {
      ...{ DATABASE_URL: database.url, REDIS_URL: 'redis://127.0.0.1:1', HIMPUN_SECRET: 'ab'.repeat(32) },
      REGISTRIES: JSON.stringify({
        satusehat: server,
        fhir_practitioner: { ...server, clientSecret: 'wrong', authorities: ['Directory of Elsewhere'] },
      }),
    });
    module = await Test.createTestingModule({
      imports: [
        KernelModule,
        DatabaseModule,
        AuditModule,
        OutboxModule,
        House,
        FilesModule,
        CredentialsModule,
      ],
    })
      .overrideProvider(NationalIds)
      .useValue({ of: (id: string) => Promise.resolve(id === 'ana' ? NIK : null) })
      .compile();
    await module.init();
    const sources = module.get(CheckSources);
    [source, directory] = [sources.named('satusehat'), sources.named('fhir_practitioner')] as [
      CheckSource,
      CheckSource,
    ];
  });
  afterAll(async () => {
    delete process.env['REGISTRIES'];
    await module.close();
    await drop();
    await fhir.close();
  });
  beforeEach(async () => {
    pace.held = [];
    Object.assign(fhir, {
      mood: 'well',
      latency: 0,
      asked: [],
      pageSize: 10,
      people: new Map([[NIK, [aPractitioner('Ana Lestari', NIK, 'STR-1')]]]),
    });
    await module.get(DataSource).query('DELETE FROM source_health; DELETE FROM source_answers');
  });

  const CLAIM = {
    ...{
      holderName: 'Ana Lestari',
      title: null,
      institution: null,
      level: null,
      field: null,
      number: 'STR-1',
    },
    ...{
      authority: 'KTKI',
      profession: 'Fisioterapis',
      validFrom: null,
      validUntil: null,
      startedOn: null,
      endedOn: null,
    },
  };
  const ask = (of: CheckSource = source, personId = 'ana') =>
    of.check(
      {
        ...{ checkId: 'c', credentialId: 'd', groupId: 'g', kind: 'licence', claim: CLAIM, attempt: 1 },
        person: { id: personId, fullName: 'Ana Lestari', birthDate: null, confirmedEmail: null },
      },
      { now: new Date('2026-11-21T07:00:00Z'), signal: AbortSignal.timeout(3_000) },
    );
  const failure = (): Promise<unknown> =>
    ask().then(
      () => null,
      (error: unknown) => error,
    );

  it('covers licences of its authorities only, and nothing while it is not set up', () => {
    const context = { kind: 'licence', signed: false, registeredAuthorities: [] } as const;
    const sources = module.get(CheckSources);
    expect(sources.covering(CLAIM, context)).toEqual(['satusehat']);
    expect(sources.covering({ ...CLAIM, authority: 'Directory of Elsewhere' }, context)).toEqual([
      'fhir_practitioner',
    ]);
    expect(sources.covering(CLAIM, { ...context, unusedSources: ['satusehat'] })).toEqual(['manual']);
    expect(sources.covering(CLAIM, { ...context, kind: 'education' })).toEqual(['manual']);
  });

  it('is searched by national id, which is kept nowhere in the answer', async () => {
    const answer = await ask();
    expect(answer).toMatchObject({ run: 'ran', outcome: 'match', needsPerson: false });
    expect(fhir.asked).toEqual([NIK]);
    expect(JSON.stringify([answer.query, answer.fields, answer.kept?.key.toString('hex')])).not.toContain(
      NIK,
    );
  });

  it('is not asked for a person whose national id is not on record', async () => {
    const answer = await ask(source, 'budi');
    expect(answer).toMatchObject({ run: 'not_covered', outcome: null, needsPerson: true });
    expect(answer.reasons[0]?.code).toBe('national_id_missing');
    expect(fhir.asked).toEqual([]);
  });

  it('is asked with one token by many at once, and with a new one when that is refused', async () => {
    const before = fhir.tokens;
    fhir.expireTokens();
    await Promise.all([ask(), ask(), ask()]);
    await ask();
    expect(fhir.tokens - before).toBeLessThanOrEqual(2);
    expect(fhir.asked).toHaveLength(4);
  });

  it('that refuses even a new token refuses the question', async () => {
    fhir.mood = 'forbidden';
    expect(await ask()).toMatchObject({ run: 'refused', outcome: null, needsPerson: true });
    await expect(ask(directory)).rejects.toMatchObject({ name: 'FinalError', code: 'source_refused' });
  });

  it('is read page by page until the person is there', async () => {
    const others = Array.from({ length: 3 }, (_, n) => aPractitioner(`Orang ${n}`, `3${n}`, `STR-9${n}`));
    fhir.people.set(NIK, [...others, aPractitioner('Ana Lestari', NIK, 'STR-1')]);
    fhir.pageSize = 1;
    expect(await ask()).toMatchObject({ outcome: 'match' });
    expect(fhir.asked).toHaveLength(4);
  });

  it.each<[FhirMood, RegExp, number | undefined]>([
    ['busy', /429/, 7_000],
    ['busy_until', /429/, 9_000],
    ['down', /503/, undefined],
    ['slow', /timeout|aborted/i, undefined],
    ['cut', /terminated|closed|aborted/i, undefined],
    ['html', /no JSON object/, undefined],
    ['huge', /more than/, undefined],
    ['redirect', /302/, undefined],
  ])('that is %s may be asked again later', async (mood, message, retryAfterMs) => {
    fhir.mood = mood;
    const error = await failure();
    expect(String(error)).toMatch(message);
    expect(error).toMatchObject({ name: 'TransientError' });
    expect((error as { retryAfterMs?: number }).retryAfterMs).toBe(retryAfterMs);
    expect(pace.held).toEqual(retryAfterMs === undefined ? [] : [retryAfterMs]);
    expect(fhir.behindTheWall).toBe(0);
    expect(String(error)).not.toContain(NIK);
  });

  it('that does not take the question has nothing to say, and says so for good', async () => {
    fhir.mood = 'refused';
    expect(await ask()).toMatchObject({ run: 'refused', outcome: null });
  });

  it('is left alone after five failures in a row, until one try succeeds', async () => {
    fhir.mood = 'down';
    for (let time = 0; time < 5; time += 1) expect(await failure()).toMatchObject({ name: 'TransientError' });
    Object.assign(fhir, { mood: 'well', latency: 300 });
    expect(await failure()).toMatchObject({ name: 'NotNow' });
    expect(fhir.asked).toHaveLength(5);
    await module.get(DataSource).query(`UPDATE source_health SET open_until = now() - interval '1 second'`);
    const [one, ...others] = await Promise.allSettled([ask(), ask(), ask()]);
    expect([one, ...others].filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(fhir.asked).toHaveLength(6);
    expect(await ask()).toMatchObject({ outcome: 'match' });
  });
});

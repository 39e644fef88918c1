import { Body, Controller, Post } from '@nestjs/common';
import { POWERS } from '@himpun/identity';
import { Allow } from '../../../../apps/api/src/http/allow';
import { startApi, type TestApp } from '../../../support/app';
import { grantPowers, signedIn, type Answer, type TestClient } from '../../../support/client';
import { writeRoutes, type WriteRoute } from '../../../support/write-routes';

/** What nobody may set by a request: keys of our tables, and words of others'. */
const FOREIGN = [
  'id',
  'role',
  'roles',
  'status',
  'state',
  'memberNo',
  'paidAt',
  'createdAt',
  'version',
  'isAdmin',
  'powers',
  'passwordHash',
  'emailConfirmedAt',
  'decidedAt',
];
const WRONG: readonly unknown[] = [
  [],
  ['a', 'b'],
  {},
  { $ne: '' },
  { toString: 'x' },
  1e309,
  -1,
  0.5,
  true,
  null,
  '',
  ' ',
  '\u202E',
  "' OR 1=1 --",
  '${7*7}',
  '💥'.repeat(5_000),
  '9'.repeat(400),
  '2026-02-30',
  '\u0000',
  '\uD800',
];
/** Not strings, and not what turns into strings. */
const NEVER_TEXT: readonly unknown[] = [['a'], { a: 1 }, true];

@Allow()
@Controller('careless')
class CarelessController {
  @Post()
  take(@Body() body: Record<string, unknown>): unknown {
    return body;
  }
}

describe('hostile bodies (rows 26, 27)', () => {
  let api: TestApp;
  let chair: TestClient;
  let routes: WriteRoute[];

  beforeAll(async () => {
    api = await startApi({ HIMPUN_DEMO: '1' });
    chair = await signedIn(api, { fullName: 'Chair' });
    const groupId = crypto.randomUUID();
    await api.db.query(
      `INSERT INTO groups (id, created_at, path, kind, slug, name_id, name_en, short_name)
       VALUES ($1, $2, ARRAY[$1::uuid], 'professional', 'hostile', 'Perhimpunan', 'Association', 'P')`,
      [groupId, api.clock.now()],
    );
    await grantPowers(api, chair.personId ?? '', groupId, Object.keys(POWERS));
    routes = writeRoutes(api);
  });
  afterAll(() => api.close());

  const send = async (route: string, body: unknown) => {
    const [method = '', path = ''] = route.split(' ');
    const answer = await chair.send<Record<string, unknown>>(
      method,
      path.replace(/:\w+/g, () => crypto.randomUUID()),
      JSON.stringify(body),
      { 'If-Match': '"1"' },
    );
    if (answer.status === 429) {
      await api.flushRedis();
      return chair.send<Record<string, unknown>>(method, path, JSON.stringify(body), {});
    }
    return answer;
  };
  /** What every answer must be: a problem document or a success, and never a failure of ours. */
  const isOurFault = ({ status, headers, body }: Answer): boolean =>
    status >= 500 ||
    (status >= 400 &&
      !(
        headers.get('content-type')?.startsWith('application/problem+json') &&
        typeof body['code'] === 'string'
      ));
  /** Sends all of these fields at once; gives back those that the answer did not refuse by name. */
  const accepted = async (route: string, body: Record<string, unknown>): Promise<string[]> => {
    const answer = await send(route, body);
    const reasons = (answer.body['reasons'] ?? []) as { field?: string }[];
    const refused = answer.status === 400 ? reasons.map(({ field = '' }) => field.split(/[.[]/)[0]) : [];
    return Object.keys(body)
      .filter((field) => !refused.includes(field))
      .map((field) => `${route}: ${field} (${answer.status})`);
  };

  it('find a class of checked fields behind every body', () => {
    expect(routes.length).toBeGreaterThan(5);
    expect(routes.filter(({ dto, fields }) => !dto || fields.size === 0).map(({ route }) => route)).toEqual(
      [],
    );
    expect(routes.filter(({ route }) => !api.routes.includes(route))).toEqual([]);
  });

  it('set no field that a route does not name', async () => {
    const found: string[] = [];
    for (const { route, fields } of routes) {
      const foreign = FOREIGN.filter((key) => !fields.has(key)).map((key) => [key, 'x']);
      found.push(...(await accepted(route, Object.fromEntries(foreign) as Record<string, unknown>)));
      found.push(...(await accepted(route, { toString: 'x' })));
    }
    expect(found).toEqual([]);
  });

  it('never break anything by the wrong kind of value', async () => {
    const found: string[] = [];
    for (const { route, fields } of routes) {
      for (const value of WRONG) {
        const body = Object.fromEntries([...fields.keys()].map((field) => [field, value]));
        if (isOurFault(await send(route, body))) found.push(`${route} ${JSON.stringify(value).slice(0, 40)}`);
      }
    }
    expect(found).toEqual([]);
  });

  it('pass no list, object or truth value off as text', async () => {
    const isText =
      /^(isString|isEmail|isPersonName|isLocalDate|isUuid|minLength|maxLength|isLength|matches)$/;
    const found: string[] = [];
    let checked = 0;
    for (const { route, fields } of routes) {
      const texts = [...fields].filter(
        ([, rules]) => rules.some((rule) => isText.test(rule)) && !rules.includes('isArray'),
      );
      checked += texts.length;
      // A field that is asked for only in the absence of another is sent by itself.
      const [alone, together] = [true, false].map((conditional) =>
        texts
          .filter(([, rules]) => rules.includes('conditionalValidation') === conditional)
          .map(([field]) => field),
      ) as [string[], string[]];
      for (const value of NEVER_TEXT) {
        for (const names of [together, ...alone.map((name) => [name])].filter(({ length }) => length > 0)) {
          found.push(...(await accepted(route, Object.fromEntries(names.map((name) => [name, value])))));
        }
      }
    }
    expect(checked).toBeGreaterThan(5);
    expect(found).toEqual([]);
  });

  it.each(['__proto__', 'constructor'])('do not reach the prototype by %s', async (key) => {
    for (const { route } of routes) {
      const [method = '', path = ''] = route.split(' ');
      const body = `{"${key}": {"prototype": {"isAdmin": true}, "isAdmin": true}}`;
      const answer = await chair.send<Record<string, unknown>>(
        method,
        path.replace(/:\w+/g, crypto.randomUUID()),
        body,
        {},
      );
      expect({ route, status: [400, 429].includes(answer.status) }).toEqual({ route, status: true });
    }
    expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined();
  });
});

describe('the search for bodies itself', () => {
  it('finds a route that takes whatever comes', async () => {
    const api = await startApi({}, [CarelessController]);
    try {
      expect(
        writeRoutes(api)
          .filter(({ dto }) => !dto)
          .map(({ route }) => route),
      ).toEqual(['POST /api/careless']);
    } finally {
      await api.close();
    }
  });
});

import { Controller, Get } from '@nestjs/common';
import { POWERS, Sessions, type Power } from '@himpun/identity';
import { Allow } from '../../../../apps/api/src/http/allow';
import { accessTable } from '../../../support/access/all';
import { undeclaredHandlers } from '../../../support/access/declared';
import type { AccessTable } from '../../../support/access/table';
import { tableGaps, walk } from '../../../support/access/walk';
import { accountWithPerson } from '../../../support/accounts';
import { startApi, type TestApp } from '../../../support/app';

const EVERY_POWER = Object.keys(POWERS) as Power[];

/** Forgotten decorators and a route that is stricter than its row. */
@Controller('planted')
class PlantedController {
  @Get('forgotten')
  forgotten(): string {
    return 'reached';
  }

  @Allow('audit.read')
  @Get('strict')
  strict(): string {
    return 'reached';
  }
}

describe('who may call which route (rows 47, 48)', () => {
  let api: TestApp;
  let table: AccessTable;
  let groupId: string;
  let started: Date;
  let serial = 0;

  beforeAll(async () => {
    [api, table] = [await startApi(), await accessTable()];
    groupId = await aGroup(api);
    started = api.clock.now();
  });
  beforeEach(() => api.clock.set(started));
  afterAll(() => api.close());

  /** A new person; calling the answer opens one more session and gives its cookie. */
  const person = async (grant?: { power: string; from: Date; until: Date }) => {
    serial += 1;
    const { accountId, personId } = await accountWithPerson(api, `walker-${serial}@example.org`);
    if (grant) {
      await api.db.query(
        `INSERT INTO access_grants (id, created_at, person_id, power, group_id, valid_from, valid_until, origin_type, origin_id)
         VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6, 'term', gen_random_uuid())`,
        [started, personId, grant.power, groupId, grant.from, grant.until],
      );
    }
    return () => cookieOf(api, accountId);
  };

  it('is declared by @Allow or @Public at every handler', () => {
    expect(undeclaredHandlers(api)).toEqual([]);
  });

  it('has a row for every route of the router, and no row without a route', () => {
    expect(api.routes.length).toBeGreaterThan(15);
    expect(tableGaps(api.routes, table)).toEqual([]);
  });

  it('lets strangers call public routes only', async () => {
    expect(await walk(api, api.routes, table, null, async () => null)).toEqual([]);
  });

  it('lets people without powers call no route that needs one', async () => {
    expect(await walk(api, api.routes, table, [], await person())).toEqual([]);
  });

  it.each(EVERY_POWER)(
    'opens to %s what it is for, not before it begins and not a second after it ended',
    async (power) => {
      const grant = { power, from: after(started, 60), until: after(started, 120) };
      const cookie = await person(grant);
      const needingPowers = api.routes.filter((route) => Array.isArray(table[route]));
      const guarded = needingPowers.filter((route) => table[route]?.includes(power));
      api.clock.set(after(grant.from, -1));
      expect(await walk(api, guarded, table, [], cookie)).toEqual([]);
      api.clock.set(grant.from);
      expect(await walk(api, needingPowers, table, [power], cookie)).toEqual([]);
      api.clock.set(after(grant.until, 1));
      expect(await walk(api, guarded, table, [], cookie)).toEqual([]);
    },
  );

  it('closes an open session’s power at the second it ends, without a new sign-in', async () => {
    const route = api.routes.find((one) => Array.isArray(table[one]));
    const power = table[route ?? '']?.[0] ?? '';
    const grant = { power, from: started, until: after(started, 60) };
    const cookie = await (await person(grant))();
    const same = async () => cookie;
    expect(await walk(api, [route ?? ''], table, [power], same)).toEqual([]);
    api.clock.set(grant.until);
    expect(await walk(api, [route ?? ''], table, [], same)).toEqual([]);
  });
});

describe('the walk itself', () => {
  it('sees a handler without decorator, a route without row, and a row that is not true', async () => {
    const planted = await startApi({}, [PlantedController]);
    try {
      const routes = ['GET /api/planted/forgotten', 'GET /api/planted/strict'];
      const lies: AccessTable = {
        'GET /api/planted/forgotten': 'public',
        'GET /api/planted/strict': 'signed_in',
      };
      const { accountId } = await accountWithPerson(planted, 'nobody@example.org');
      expect(undeclaredHandlers(planted)).toEqual(['PlantedController.forgotten']);
      expect(tableGaps(planted.routes, await accessTable())).toEqual(
        routes.map((route) => `no row: ${route}`),
      );
      expect(await walk(planted, routes, lies, [], () => cookieOf(planted, accountId))).toEqual([
        'GET /api/planted/forgotten: 403 instead of open',
        'GET /api/planted/strict: 403 instead of open',
      ]);
    } finally {
      await planted.close();
    }
  });
});

async function cookieOf(api: TestApp, accountId: string): Promise<string> {
  const { token } = await api.app.get(Sessions).open(accountId, { userAgent: 'walk', ip: '127.0.0.1' });
  return `__Host-himpun=${token}`;
}

async function aGroup(api: TestApp): Promise<string> {
  const id = crypto.randomUUID();
  await api.db.query(
    `INSERT INTO groups (id, created_at, path, kind, slug, name_id, name_en, short_name)
     VALUES ($1, $2, ARRAY[$1::uuid], 'professional', 'walked', 'Perhimpunan', 'Association', 'P')`,
    [id, api.clock.now()],
  );
  return id;
}

function after(instant: Date, seconds: number): Date {
  return new Date(instant.getTime() + seconds * 1_000);
}

import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { Settings } from '@himpun/kernel';
import { FakeClock } from '@himpun/kernel/testing';
import { AddressLookup } from './address-lookup';
import { FetchedDocuments } from './fetched-documents';
import { GuardedFetch } from './guarded-fetch';
import { addressFault, isPublicAddress } from './public-address.policy';

const servers: Server[] = [];
afterAll(() => servers.forEach((server) => server.close()));

/** A name server of the test's own: answers in turn, the last answer again and again. */
class Names extends AddressLookup {
  asked = 0;
  constructor(private readonly answers: string[][]) {
    super();
  }
  async resolve(): Promise<{ address: string; family: number }[]> {
    const answer = this.answers[Math.min(this.asked, this.answers.length - 1)] ?? [];
    this.asked += 1;
    return answer.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  }
}

function settings(allow = ''): Settings {
  return new Settings({
    DATABASE_URL: 'x',
    REDIS_URL: 'x',
    HIMPUN_SECRET: 'ab'.repeat(32),
    FETCH_ALLOW_ORIGINS: allow,
  });
}

async function served(listener: RequestListener): Promise<{ origin: string; hits: () => number }> {
  let hits = 0;
  const server = createServer((request, response) => {
    hits += 1;
    listener(request, response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, hits: () => hits };
}
const toNowhere = new Names([[]]);

describe('an address that a stranger chose is refused as it stands', () => {
  it.each([
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://0177.1/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:7f00:1]/',
    'https://[64:ff9b::7f00:1]/',
    'https://169.254.169.254/latest/meta-data',
    'https://10.0.0.8/',
    'https://172.16.3.4/',
    'https://192.168.1.1/',
    'https://100.64.0.1/',
    'https://0.0.0.0/',
    'https://[fd00::1]/',
    'https://[fe80::1]/',
    'https://255.255.255.255/',
    'http://example.org/',
    'ftp://example.org/',
    'file:///etc/passwd',
    'https://example.org:8443/',
    'https://a@127.0.0.1/',
    'https://user:secret@example.org/',
    'https://localhost/',
    'https://intranet/',
    'not an address',
  ])('%s', async (address) => {
    expect(addressFault(address, [])).not.toBeNull();
    await expect(new GuardedFetch(settings(), toNowhere).get(address)).rejects.toThrow('refused to fetch');
  });

  it.each(['https://example.org/did.json', 'https://8.8.8.8/', 'https://[2606:4700::1111]/a'])(
    '%s may be tried',
    (address) => expect(addressFault(address, [])).toBeNull(),
  );
});

describe('an address is judged again when its name is resolved', () => {
  it.each([
    ['127.0.0.1'],
    ['10.1.2.3'],
    ['169.254.169.254'],
    ['::1'],
    ['::ffff:192.168.0.1'],
    ['fd12::1'],
    ['fe80::1'],
    ['8.8.8.8', '127.0.0.1'],
  ])('and refused when it leads to %s %s', async (...answer) => {
    const names = new Names([answer]);
    await expect(new GuardedFetch(settings(), names).get('https://metadata.example/x')).rejects.toThrow(
      'not public',
    );
    expect(names.asked).toBe(1);
  });

  it('once: a name server that changes its answer gets no second question', async () => {
    const names = new Names([['1.1.1.1'], ['127.0.0.1']]);
    const asked = new GuardedFetch(settings(), names).get(
      'https://rebinding.example/',
      AbortSignal.timeout(200),
    );
    await expect(asked).rejects.not.toThrow('not public');
    expect(names.asked).toBe(1);
  });

  it('and knows public addresses from others', () => {
    expect(['8.8.8.8', '2606:4700::1111'].map(isPublicAddress)).toEqual([true, true]);
    expect(['198.18.0.1', '2002:7f00:1::', '::', 'x'].some(isPublicAddress)).toBe(false);
  });
});

describe('an exempt origin', () => {
  const fetch = (origin: string) => new GuardedFetch(settings(origin), toNowhere);

  it('answers, and its neighbour on another port does not become exempt', async () => {
    const { origin } = await served((_, response) => response.end('{"id":"x"}'));
    expect(await fetch(origin).get(`${origin}/did.json`)).toEqual({ status: 200, body: '{"id":"x"}' });
    await expect(fetch(origin).get('http://127.0.0.1:1/')).rejects.toThrow('refused to fetch');
  });

  it('leads nowhere else: redirects are not followed', async () => {
    const inside = await served((_, response) => response.end('secret'));
    const { origin } = await served((_, response) =>
      response.writeHead(302, { Location: inside.origin }).end(),
    );
    expect(await fetch(origin).get(origin)).toMatchObject({ status: 302, body: '' });
    expect(inside.hits()).toBe(0);
  });

  it('is cut off beyond a mebibyte, and when it answers compressed', async () => {
    const large = await served((_, response) => response.end(Buffer.alloc(2 * 1024 * 1024, 'a')));
    await expect(fetch(large.origin).get(large.origin)).rejects.toThrow('more than');
    const bomb = await served((_, response) =>
      response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync(Buffer.alloc(32 * 1024 * 1024))),
    );
    await expect(fetch(bomb.origin).get(bomb.origin)).rejects.toThrow('compressed');
  });

  it('has five seconds for everything, however it drips', async () => {
    const { origin } = await served((_, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write('a'), 100);
      response.on('close', () => clearInterval(drip));
    });
    const began = process.hrtime.bigint();
    await expect(fetch(origin).get(origin)).rejects.toThrow();
    expect(Number(process.hrtime.bigint() - began) / 1e9).toBeLessThan(15);
  });
});

describe('documents', () => {
  it('are asked for once while they are fresh, also at the same time; failures are not kept', async () => {
    let down = true;
    const { origin, hits } = await served((request, response) => {
      if (request.url === '/gone') return void response.writeHead(404).end();
      if (down && request.url === '/shaky') return void response.writeHead(503).end();
      response.end(request.url === '/token' ? 'a.b.c' : '{"id":"x"}');
    });
    const clock = new FakeClock();
    const documents = new FetchedDocuments(new GuardedFetch(settings(origin), toNowhere), clock);
    expect(await Promise.all([documents.get(`${origin}/a`), documents.get(`${origin}/a`)])).toEqual([
      { id: 'x' },
      { id: 'x' },
    ]);
    expect(hits()).toBe(1);
    clock.advance(3_600_001);
    await documents.get(`${origin}/a`);
    expect(hits()).toBe(2);
    expect(await documents.get(`${origin}/token`)).toBe('a.b.c');
    expect(await documents.get(`${origin}/gone`)).toBeUndefined();
    expect(await documents.get('did:example:1')).toBeUndefined();
    await expect(documents.get(`${origin}/shaky`)).rejects.toMatchObject({ name: 'TransientError' });
    down = false;
    expect(await documents.get(`${origin}/shaky`)).toEqual({ id: 'x' });
  });
});

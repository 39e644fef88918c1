import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { startApi, type TestApp } from '../../../support/app';
import { signedIn, type TestClient } from '../../../support/client';
import {
  aPdf,
  aPicture,
  aPixelFlood,
  aZip,
  pdfWithAction,
  pdfWithPackedObject,
} from '../../../support/sample-files';

type Sample = [name: string, declared: string, bytes: () => Buffer | Promise<Buffer>, code: string];

const PDF = 'application/pdf';
const HTML = Buffer.from('<!doctype html><script>alert(1)</script>');
const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
const LAUGHS = Buffer.from(
  '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><svg>&b;</svg>',
);

const HOSTILE: Record<string, Sample> = {
  'HTML that calls itself a PDF': ['a.pdf', PDF, () => HTML, 'file.unsupported'],
  'SVG that calls itself a PDF': ['a.pdf', PDF, () => SVG, 'file.unsupported'],
  'SVG that calls itself a PNG': ['a.png', 'image/png', () => SVG, 'file.unsupported'],
  'SVG as evidence': ['a.svg', 'image/svg+xml', () => SVG, 'file.unsupported'],
  'a GIF that is also a script': [
    'a.jpg',
    'image/jpeg',
    () => Buffer.from('GIF89a/*\u0001\u0000\u0001*/=1;alert(1);//'),
    'file.unsupported',
  ],
  'a program': [
    'a.pdf',
    PDF,
    () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(512)]),
    'file.unsupported',
  ],
  'a PNG named PDF': ['a.pdf', 'image/png', () => aPicture('png'), 'file.unsupported'],
  'a PNG declared as JPEG': ['a.png', 'image/jpeg', () => aPicture('png'), 'file.unsupported'],
  'a PDF with a second extension': ['diploma.pdf.exe', PDF, () => aPdf(), 'file.unsupported'],
  'a name without extension': ['diploma', PDF, () => aPdf(), 'file.unsupported'],
  'a PDF behind other bytes': [
    'a.pdf',
    PDF,
    async () => Buffer.concat([Buffer.from('junk\n'), await aPdf()]),
    'file.unsupported',
  ],
  'a PDF with an archive behind it': [
    'a.pdf',
    PDF,
    async () => Buffer.concat([await aPdf(), aZip()]),
    'file.hidden_archive',
  ],
  'a PNG with an archive behind it': [
    'a.png',
    'image/png',
    async () => Buffer.concat([await aPicture('png'), aZip('x.html')]),
    'file.hidden_archive',
  ],
  'a PDF with a page behind it': [
    'a.pdf',
    PDF,
    async () => Buffer.concat([await aPdf(), Buffer.from(`<html>${'x'.repeat(2_000)}</html>`)]),
    'file.broken',
  ],
  'a PDF with a password': ['a.pdf', PDF, () => aPdf({ userPassword: 'secret' }), 'file.password_protected'],
  'a PDF that runs a script': [
    'a.pdf',
    PDF,
    () => pdfWithAction('<< /S /JavaScript /JS (app.alert\\(1\\)) >>'),
    'file.active_content',
  ],
  'a PDF that hides the name of its script': [
    'a.pdf',
    PDF,
    () => pdfWithAction('<< /S /J#61vaScript /J#53 (app.alert\\(1\\)) >>'),
    'file.active_content',
  ],
  'a PDF that launches a program': [
    'a.pdf',
    PDF,
    () => pdfWithAction('<< /S /Launch /F (cmd.exe) >>'),
    'file.active_content',
  ],
  'a PDF with a launch command under compression': [
    'a.pdf',
    PDF,
    () => pdfWithPackedObject('<< /S /Launch /F (cmd.exe) >>'),
    'file.active_content',
  ],
  'a PDF whose structure unpacks to 64 MB': [
    'a.pdf',
    PDF,
    () => pdfWithPackedObject('x'.repeat(64 * 1024 * 1024)),
    'file.broken',
  ],
  'a PDF packed twice': ['a.pdf', PDF, () => pdfWithPackedObject('<< >>', 2), 'file.broken'],
  'a PDF cut in half': ['a.pdf', PDF, async () => (await aPdf()).subarray(0, 400), 'file.broken'],
  'a PNG of 400 million pixels': ['a.png', 'image/png', () => aPixelFlood(20_000), 'file.picture_too_large'],
  'a PNG cut in half': ['a.png', 'image/png', () => aPixelFlood(300).subarray(0, 60), 'file.broken'],
  'a zip bomb as PNG': [
    'a.png',
    'image/png',
    () => Buffer.concat([aZip(), deflateRawSync(Buffer.alloc(5_000_000)), aZip()]),
    'file.unsupported',
  ],
  'an empty file': ['a.pdf', PDF, () => Buffer.alloc(0), 'file.empty'],
  'a name that turns its direction': ['a\u202efdp.pdf', PDF, () => aPdf(), 'file.name_invalid'],
  'more than ten megabytes': ['a.pdf', PDF, () => Buffer.alloc(10_500_000, 0x20), 'file.too_large'],
};

describe('hostile uploads', () => {
  let api: TestApp;
  let client: TestClient;
  beforeAll(async () => {
    api = await startApi();
    client = await signedIn(api);
  });
  afterAll(() => api.close());

  const left = (folder: string): string[] => {
    try {
      return readdirSync(join(api.dataDir, 'files', folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => entry.name);
    } catch {
      return [];
    }
  };
  const upload = (name: string, type: string, bytes: Buffer, purpose = 'evidence') =>
    client.upload(`/api/files?purpose=${purpose}`, { name, type, bytes });

  it.each(Object.entries(HOSTILE))(
    'refuses %s and keeps nothing',
    async (_, [name, declared, make, code]) => {
      const answer = await upload(name, declared, await make());

      expect(answer.body).toMatchObject({ code });
      expect(answer.body['detail']).toEqual(expect.any(String));
      expect(left('incoming')).toEqual([]);
      expect(left('kept')).toEqual([]);
    },
  );

  it.each([
    ['entities of its own in an SVG', 'a.svg', 'image/svg+xml', LAUGHS],
    ['a page as JSON', 'a.json', 'application/json', HTML],
    ['broken JSON', 'a.json', 'application/json', Buffer.from('{"a":')],
    ['a sentence as JWT', 'a.jwt', 'text/plain', Buffer.from('not a token')],
    ['two megabytes of JSON', 'a.json', 'application/json', Buffer.from(`["${'x'.repeat(2_000_000)}"]`)],
  ])('refuses %s as a signed credential', async (_, name, type, bytes) => {
    const answer = await upload(name, type, bytes, 'credential');

    expect([413, 415]).toContain(answer.status);
    expect(left('kept')).toEqual([]);
  });

  it('refuses NUL in a file name without a trace', async () => {
    const boundary = 'xx';
    const body = Buffer.concat([
      Buffer.from(
        `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a\u0000.pdf"\r\nContent-Type: ${PDF}\r\n\r\n`,
      ),
      await aPdf(),
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]);
    const answer = await client.send('POST', '/api/files?purpose=evidence', body.toString('latin1'), {
      'Content-Type': `multipart/form-data; boundary=${boundary}`,
    });

    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(left('kept')).toEqual([]);
  });
});

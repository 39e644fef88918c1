import { join } from 'node:path';
import { checkCredential } from '../../../libs/credentials/src/cli/check-credential';
import { credentialSamples, CredentialSample } from '../../support/credential-samples';

const AT = '2026-11-21';
const OUTCOMES = /^(verified|expired|not_yet_valid|revoked|suspended|mismatch|invalid|inconclusive)\b/;
// The index speaks of these in other words ("OB2 …", "signature valid with issuer-key.json", "QR code"); here they cannot be verified.
const UNSUPPORTED =
  /^(1edtech-ob20|openattestation|sd-jwt|dcc\/did-documents|dcc\/qr__|w3c-\w+\/\w*[kK]eyPair)/;

const found = credentialSamples();
const told = (sample: CredentialSample) =>
  OUTCOMES.exec(sample.expected)?.[1] ?? /^baked JSON; strict: (\w+)/.exec(sample.expected)?.[1] ?? '';

async function check(files: string[]): Promise<Record<string, string>[]> {
  const lines: string[] = [];
  const folder = found?.folder ?? '';
  const args = ['--at', AT, '--documents', folder, ...files.map((file) => join(folder, file))];
  const code = await checkCredential(args, { now: new Date(0), out: (line) => lines.push(line), err: fail });
  expect(code).toBe(0);
  return lines.map((line) => JSON.parse(line) as Record<string, string>);
}

function fail(line: string): void {
  throw new Error(line);
}

(found ? describe : describe.skip)(
  `samples made by others${found ? '' : ' (no folder: set HIMPUN_SAMPLES)'}`,
  () => {
    const samples = found?.samples ?? [];
    const supported = samples.filter(({ file }) => !UNSUPPORTED.test(file));

    it('has a row for each of the hundred', () => expect(samples).toHaveLength(100));

    it.each(supported.map((sample) => [sample.file, told(sample)]))('%s is %s', async (file, outcome) => {
      expect(outcome).not.toBe('');
      const [report] = await check([file]);
      expect(report).toMatchObject({ outcome });
    });

    it.each(samples.filter(({ file }) => UNSUPPORTED.test(file)).map(({ file }) => file))(
      '%s is of an unsupported kind',
      async (file) => {
        const [report] = await check([file]);
        expect(report?.outcome).toBe('inconclusive');
        expect(report?.reasons?.[0]).toMatch(/^(unsupported_format|no_embedded_credential)$/);
      },
    );
  },
);

import { join } from 'node:path';
import { checkCredential } from '../../../libs/credentials/src/cli/check-credential';
import { credentialSamples, CredentialSample } from '../../support/credential-samples';

const AT = '2026-11-21';
const OUTCOMES = /^(verified|expired|not_yet_valid|revoked|suspended|mismatch|invalid|inconclusive)\b/;
// The index speaks of these in other words: what a verifier with this folder as its network should answer.
const IN_OTHER_WORDS: [RegExp, string][] = [
  [/^OB2 \w+ document|^did:web document|^QR code|^published test|^public JWK|^integrity/, 'inconclusive'],
  [/^hosted: verified only against the copy|^signature valid with issuer-key/, 'verified'],
  [/^baked OB2 hosted assertion: .*offline inconclusive/, 'inconclusive'],
];

const found = credentialSamples();
const told = ({ expected }: CredentialSample) =>
  OUTCOMES.exec(expected)?.[1] ??
  /^baked JSON; strict: (\w+)/.exec(expected)?.[1] ??
  IN_OTHER_WORDS.find(([words]) => words.test(expected))?.[1] ??
  '';

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

    it('has a row for each of the hundred', () => expect(samples).toHaveLength(100));

    it.each(samples.map((sample) => [sample.file, told(sample)]))('%s is %s', async (file, outcome) => {
      expect(outcome).not.toBe('');
      const [report] = await check([file]);
      expect(report).toMatchObject({ outcome });
    });
  },
);

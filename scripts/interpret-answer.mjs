// npm run --silent interpret-answer -- --source ID --claim JSON FILE: what a stored answer of a registry says of a claim.
import { loaded } from './lib/typescript.mjs';

const { interpretAnswer } = loaded('libs/credentials/src/cli/interpret-answer.ts');
process.exitCode = interpretAnswer(process.argv.slice(2), {
  now: new Date(),
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
});

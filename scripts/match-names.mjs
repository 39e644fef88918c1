// npm run match-names: how the rule for names does on a file of labelled pairs.
import { fromSource } from './lib/typescript-sources.mjs';

const { matchNamesOf } = fromSource('libs/credentials/src/cli/match-names.ts');
process.exitCode = matchNamesOf(process.argv.slice(2), {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
});

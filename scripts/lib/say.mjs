/** A stop with one clear sentence for the person at the keyboard: printed without a stack. */
export class Refusal extends Error {}

const began = Date.now();

/** Seconds since this command began, for people: `3.4`. */
export const elapsed = (from = began) => ((Date.now() - from) / 1000).toFixed(1);

export const say = (line) => process.stdout.write(`${line}\n`);

/** One line about a set-up step that is really done (steps that are up to date stay silent). */
export const sayStep = (line) => say(`› ${line}`);

/** Runs a command's main function; a refusal ends it with its sentence and exit code 1, a defect with its stack. */
export async function main(run) {
  try {
    await run();
  } catch (error) {
    process.stderr.write(
      error instanceof Refusal ? `\n✗ ${error.message}\n` : `\n${error?.stack ?? error}\n`,
    );
    process.exit(1);
  }
}

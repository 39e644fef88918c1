import { Worker } from 'node:worker_threads';

const TIME_LIMIT_MS = 15_000;
const MEMORY_LIMIT_MB = 256;
const LONGEST = 500_000;

/** In a thread of its own, as a hostile document may eat time and memory; the text is the same in the build and in tests. */
const PROGRAM = `
const { parentPort, workerData } = require('node:worker_threads');
(async () => {
  const { extractText, getDocumentProxy } = await import(workerData.parser);
  try {
    const options = { isEvalSupported: false, stopAtErrors: true, verbosity: 0 };
    const document = await getDocumentProxy(new Uint8Array(workerData.bytes), options);
    const { text } = await extractText(document, { mergePages: true });
    parentPort.postMessage(text.slice(0, workerData.longest));
  } catch {
    parentPort.postMessage(null);
  }
})();
`;

/** The text of a document as a reader would copy it; null for one without, or that cannot be read in 15 s and 256 MB. */
export function pdfText(bytes: Buffer): Promise<string | null> {
  const worker = new Worker(PROGRAM, {
    eval: true,
    workerData: { bytes, longest: LONGEST, parser: require.resolve('unpdf') },
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MB },
    stdout: true,
    stderr: true,
  });
  return new Promise<string | null>((resolve) => {
    const timer = setTimeout(() => resolve(null), TIME_LIMIT_MS);
    const end = (text: string | null): void => {
      clearTimeout(timer);
      resolve(text === null || text.trim() === '' ? null : text);
    };
    worker.once('message', end);
    worker.once('error', () => end(null));
    worker.once('exit', () => end(null));
  }).finally(() => void worker.terminate());
}

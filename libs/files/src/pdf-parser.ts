import { Worker } from 'node:worker_threads';

/** What the parser made of a document. */
export type PdfReading =
  { kind: 'read'; pages: number; scripted: boolean } | { kind: 'password_protected' } | { kind: 'broken' };

const TIME_LIMIT = 15_000;
const MEMORY_LIMIT_MB = 256;

/**
 * Runs in a thread of its own: a hostile document may eat that thread's time and memory, never the server's. The text
 * needs no compiling, so it is the same in the build and in tests.
 */
const PROGRAM = `
const { parentPort, workerData } = require('node:worker_threads');
(async () => {
  const { getDocumentProxy } = await import(workerData.parser);
  try {
    const options = { isEvalSupported: false, stopAtErrors: true, verbosity: 0 };
    const document = await getDocumentProxy(new Uint8Array(workerData.bytes), options);
    let scripted = (await document.getJSActions()) !== null;
    for (let number = 1; number <= Math.min(document.numPages, workerData.maxPages) && !scripted; number += 1) {
      const page = await document.getPage(number);
      const notes = await page.getAnnotations();
      scripted = (await page.getJSActions()) !== null || notes.some((note) => note.actions);
    }
    parentPort.postMessage({ kind: 'read', pages: document.numPages, scripted });
  } catch (error) {
    const locked = error && error.name === 'PasswordException';
    parentPort.postMessage({ kind: locked ? 'password_protected' : 'broken' });
  }
})();
`;

/** Opens a PDF and walks its pages; whatever cannot be opened within 15 seconds and 256 MB counts as broken. */
export function parsePdf(bytes: Buffer, maxPages: number): Promise<PdfReading> {
  const worker = new Worker(PROGRAM, {
    eval: true,
    workerData: { bytes, maxPages, parser: require.resolve('unpdf') },
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MB },
    stdout: true,
    stderr: true,
  });
  return new Promise<PdfReading>((resolve) => {
    const timer = setTimeout(() => resolve({ kind: 'broken' }), TIME_LIMIT);
    const end = (reading: PdfReading): void => {
      clearTimeout(timer);
      resolve(reading);
    };
    worker.once('message', end);
    worker.once('error', () => end({ kind: 'broken' }));
    worker.once('exit', () => end({ kind: 'broken' }));
  }).finally(() => void worker.terminate());
}

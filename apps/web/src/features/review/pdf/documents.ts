import { type PDFDocumentProxy, GlobalWorkerOptions, getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

// From our own address: the pages' policy allows no other.
GlobalWorkerOptions.workerSrc = workerAddress;

/** A document that is being opened; `close` ends it, whether it is open yet or not. */
export interface OpenedDocument {
  ready: Promise<PDFDocumentProxy>;
  close: () => void;
}

/** Opens a PDF. Decoders that would need WebAssembly are left out: the pages' policy does not allow it. */
export function openDocument(address: string): OpenedDocument {
  const task = getDocument({
    url: address,
    useWasm: false,
    enableXfa: false,
    disableRange: true,
    disableStream: true,
    disableAutoFetch: true,
  });
  return { ready: task.promise, close: () => void task.destroy() };
}

/** The text of a page in the pieces that its text layer draws. */
export async function piecesOf(pdf: PDFDocumentProxy, pageNumber: number): Promise<string[]> {
  const page = await pdf.getPage(pageNumber);
  const { items } = await page.getTextContent();
  return items.flatMap((item) => ('str' in item ? [item.str] : []));
}

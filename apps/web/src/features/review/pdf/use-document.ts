import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useState } from 'react';
import { openDocument, piecesOf } from './documents';
import { findIn } from './text-search';

/** A document that is open, or why it is not. */
export interface DocumentState {
  pdf: PDFDocumentProxy | null;
  hasFailed: boolean;
}

/** Opens a document while it is looked at. */
export function useDocument(address: string): DocumentState {
  const [state, setState] = useState<DocumentState>({ pdf: null, hasFailed: false });
  useEffect(() => {
    let isGone = false;
    const opened = openDocument(address);
    opened.ready.then(
      (pdf) => !isGone && setState({ pdf, hasFailed: false }),
      () => !isGone && setState({ pdf: null, hasFailed: true }),
    );
    return () => {
      isGone = true;
      opened.close();
    };
  }, [address]);
  return state;
}

/** How often a text is found on each page, the first page first; null while it is searched. */
export function useFinds(pdf: PDFDocumentProxy | null, query: string): number[] | null {
  const [pages, setPages] = useState<string[][] | null>(null);
  const isAsked = query.trim() !== '';
  useEffect(() => {
    if (!pdf || !isAsked) return undefined;
    let isGone = false;
    void Promise.all(Array.from({ length: pdf.numPages }, (_, index) => piecesOf(pdf, index + 1))).then(
      (read) => !isGone && setPages(read),
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [pdf, isAsked]);
  if (!isAsked) return [];
  return pages && pages.map((pieces) => findIn(pieces, query).length);
}

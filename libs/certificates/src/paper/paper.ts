import type PDFDocument from 'pdfkit';
import type { Bilingual, Language } from '@himpun/kernel';
import type { CertificateRecord } from '../certificate/certificate.queries';

/** A sheet being set. */
export interface Paper {
  doc: InstanceType<typeof PDFDocument>;
  /** The one element of the structure tree that holds all others. */
  root: ReturnType<InstanceType<typeof PDFDocument>['struct']>;
  of: CertificateRecord;
  address: string;
  language: Language;
  say: (text: Bilingual) => string;
}

/** A4 landscape in points. */
export const PAGE = { width: 841.89, height: 595.28 };
export const MARGIN = 64;
export const INK = '#1b1f24';
/** 7:1 on white, also when printed in grey. */
export const SOFT = '#4a525c';
export const HAIRLINE = '#b9c0c9';

const POINTS_PER_MM = 72 / 25.4;

export function millimetres(length: number): number {
  return length * POINTS_PER_MM;
}

/** Draws something that has a place in the order of reading. `alt` speaks for pictures. */
export function tagged(
  { doc, root }: Paper,
  tag: 'P' | 'H1' | 'H2' | 'Figure',
  draw: () => void,
  alt?: string,
): void {
  root.add(doc.struct(tag, alt === undefined ? {} : { alt }, [draw]));
}

/** Draws what only decorates; readers of the tags pass it over. */
export function decoration({ doc }: Paper, draw: () => void): void {
  doc.markContent('Artifact', { type: 'Layout' });
  draw();
  doc.endMarkedContent();
}

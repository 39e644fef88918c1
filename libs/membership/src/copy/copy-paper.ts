import PDFDocument from 'pdfkit';
import { fontFiles, heightOf, linesOf, setLines, type Setting } from '@himpun/certificates';
import { inLanguage, type Bilingual, type Language } from '@himpun/kernel';
import type { CopySection } from './copy-content';
import { COPY_WORDS } from './copy-words';

/** Everything that stands on the paper. */
export interface CopyFacts {
  reference: string;
  submittedAt: Date;
  /** `YYYY-MM-DD`. */
  dueOn: string | null;
  groupName: Bilingual;
  gradeName: Bilingual;
  groupColor: string | null;
  contactEmail: string | null;
  zone: string;
  sections: readonly CopySection[];
  language: Language;
}

type Document = InstanceType<typeof PDFDocument>;

/** A4 upright, in points. */
const PAGE = { width: 595.28, height: 841.89 };
const MARGIN = 56;
const FOOT = 56;
const LABEL_WIDTH = 150;
const WIDTH = PAGE.width - 2 * MARGIN;
const INK = '#1b1f24';
/** 7:1 on white, also when printed in grey. */
const SOFT = '#4a525c';

const set = (size: number, rest: Partial<Setting> = {}): Setting => ({
  size,
  color: INK,
  width: WIDTH,
  maxLines: 200,
  ...rest,
});
const LABEL = set(9.5, { color: SOFT, width: LABEL_WIDTH - 12 });
const VALUE = set(10.5, { width: WIDTH - LABEL_WIDTH });
const HEADING = set(13, { weight: 'bold' });

interface Sheet {
  doc: Document;
  root: ReturnType<Document['struct']>;
  /** Where the next line begins. */
  y: number;
}

/** A paper to keep, in its reader's language. */
export interface Paper {
  title: string;
  reference: string;
  groupName: string;
  groupColor: string | null;
  head: CopySection['rows'];
  sections: readonly CopySection[];
  language: Language;
}

/** The copy of an application. */
export function copyPdf(of: CopyFacts): Promise<Buffer> {
  const say = (text: Bilingual): string => inLanguage(text, of.language);
  const sent = new Intl.DateTimeFormat(of.language === 'id' ? 'id-ID' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: of.zone,
  }).format(of.submittedAt);
  const line = (label: Bilingual, value: string) => ({ label: say(label), value });
  return paperPdf({
    title: say(COPY_WORDS.title),
    reference: of.reference,
    groupName: say(of.groupName),
    groupColor: of.groupColor,
    head: [
      line(COPY_WORDS.reference, of.reference),
      line(COPY_WORDS.grade, say(of.gradeName)),
      line(COPY_WORDS.submitted, sent),
      ...(of.dueOn ? [line(COPY_WORDS.decisionBy, dayOf(of.dueOn, of.language))] : []),
      ...(of.contactEmail ? [line(COPY_WORDS.contact, of.contactEmail)] : []),
    ],
    sections: of.sections,
    language: of.language,
  });
}

/** The paper on as many pages as it takes: tagged, searchable; nothing on it depends on colour. */
export function paperPdf(of: Paper): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    pdfVersion: '1.7',
    tagged: true,
    lang: of.language,
    displayTitle: true,
    bufferPages: true,
    info: { Title: `${of.title} ${of.reference}`, Author: of.groupName },
  });
  const bytes = collected(doc);
  for (const { name, path } of fontFiles()) doc.registerFont(name, path);
  const root = doc.struct('Document');
  doc.addStructure(root);
  const sheet: Sheet = { doc, root, y: MARGIN };
  drawHead(sheet, of);
  for (const section of of.sections) drawSection(sheet, section);
  drawFeet(doc, of);
  root.end();
  doc.end();
  return bytes;
}

function drawHead(sheet: Sheet, of: Paper): void {
  const { doc } = sheet;
  doc.markContent('Artifact', { type: 'Layout' });
  doc.rect(0, 0, PAGE.width, 8).fill(of.groupColor ?? INK);
  doc.endMarkedContent();
  paragraph(sheet, 'P', of.groupName, set(11, { color: SOFT }));
  paragraph(sheet, 'H1', of.title, set(20, { weight: 'bold' }));
  sheet.y += 8;
  for (const { label, value } of of.head) row(sheet, label, value);
}

function drawSection(sheet: Sheet, { title, rows }: CopySection): void {
  sheet.y += 14;
  // A heading at the foot of a page would stand alone.
  roomFor(sheet, heightOf(1, HEADING) + 40);
  paragraph(sheet, 'H2', title, HEADING);
  sheet.y += 2;
  for (const { label, value } of rows) row(sheet, label, value);
}

function row(sheet: Sheet, label: string, value: string): void {
  const labels = linesOf(sheet.doc, label, LABEL);
  roomFor(sheet, heightOf(labels.length, LABEL) + 2);
  let under = sheet.y;
  let rest = linesOf(sheet.doc, value, VALUE);
  // What does not fit goes on overleaf; a tagged part never runs over two pages.
  for (let isFirst = true; isFirst || rest.length > 0; isFirst = false) {
    roomFor(sheet, heightOf(1, VALUE));
    const fitting = Math.max(1, Math.floor((PAGE.height - FOOT - sheet.y) / heightOf(1, VALUE)));
    const lines = rest.slice(0, fitting);
    rest = rest.slice(fitting);
    tagged(sheet, 'P', () => {
      under = isFirst ? setLines(sheet.doc, labels, MARGIN, sheet.y + 1, LABEL) : 0;
      sheet.y = setLines(sheet.doc, lines, MARGIN + LABEL_WIDTH, sheet.y, VALUE);
    });
  }
  sheet.y = Math.max(sheet.y, under) + 3;
}

function paragraph(sheet: Sheet, tag: 'P' | 'H1' | 'H2', text: string, setting: Setting): void {
  const lines = linesOf(sheet.doc, text, setting);
  tagged(sheet, tag, () => {
    sheet.y = setLines(sheet.doc, lines, MARGIN, sheet.y, setting);
  });
}

function tagged({ doc, root }: Sheet, tag: string, draw: () => void): void {
  root.add(doc.struct(tag, {}, [draw]));
}

function roomFor(sheet: Sheet, height: number): void {
  if (sheet.y + height <= PAGE.height - FOOT) return;
  sheet.doc.addPage();
  sheet.y = MARGIN;
}

function drawFeet(doc: Document, of: Paper): void {
  const { count } = doc.bufferedPageRange();
  const foot = set(9, { color: SOFT, maxLines: 1 });
  for (let page = 0; page < count; page += 1) {
    doc.switchToPage(page);
    doc.markContent('Artifact', { type: 'Pagination' });
    const words = inLanguage(COPY_WORDS.page, of.language)
      .replace('{page}', String(page + 1))
      .replace('{pages}', String(count));
    setLines(doc, [`${of.reference} · ${words}`], MARGIN, PAGE.height - 36, foot);
    doc.endMarkedContent();
  }
}

/** A calendar day as people write it. */
export function dayOf(day: string, language: Language): string {
  return new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));
}

function collected(doc: Document): Promise<Buffer> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
}

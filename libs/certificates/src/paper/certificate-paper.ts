import PDFDocument from 'pdfkit';
import { inLanguage, type Bilingual, type Language } from '@himpun/kernel';
import type { CertificateRecord } from '../certificate/certificate.queries';
import { drawFoot } from './paper-foot';
import { KIND_WORDS, WORDS } from './paper-words';
import { decoration, INK, MARGIN, PAGE, SOFT, tagged, type Paper } from './paper';
import { heightOf, linesOf, setLines, type Setting } from './text-setter';
import { fontFiles } from './typeface';

const BODY_TOP = 124;
const BODY_BOTTOM = 424;
const MOST_DETAILS = 6;
/** Long names and titles: the whole body shrinks in steps until it fits its room. */
const SCALES = [1, 0.92, 0.84, 0.76, 0.68, 0.6, 0.52];

/**
 * The certificate on paper: A4 landscape, one page, in the reader's language. Tagged, searchable, with the signed credential
 * attached; nothing on it depends on colour.
 * @param address the page where it is checked
 */
export function certificatePdf(of: CertificateRecord, address: string, language: Language): Promise<Buffer> {
  const say = (text: Bilingual): string => inLanguage(text, language);
  const doc = newDocument(`${say(KIND_WORDS[of.kind])}: ${say(of.title)}`, of, language);
  const bytes = collected(doc);
  const root = doc.struct('Document');
  doc.addStructure(root);
  const paper: Paper = { doc, root, of, address, language, say };
  for (const { name, path } of fontFiles()) doc.registerFont(name, path);
  if (of.credential) {
    doc.file(Buffer.from(JSON.stringify(of.credential, null, 2)), {
      name: 'credential.json',
      type: 'application/vc+json',
      description: say(WORDS.attachment),
      ...(of.signedAt && { creationDate: of.signedAt, modifiedDate: of.signedAt }),
    });
  }
  drawHead(paper);
  drawBody(paper);
  drawFoot(paper);
  root.end();
  doc.end();
  return bytes;
}

function newDocument(title: string, of: CertificateRecord, language: Language): Paper['doc'] {
  return new PDFDocument({
    size: 'A4',
    layout: 'landscape',
    margin: 0,
    pdfVersion: '1.7',
    tagged: true,
    lang: language,
    displayTitle: true,
    info: {
      Title: title,
      Author: of.issuerName[language],
      Subject: of.recipientName,
      ...(of.signedAt && { CreationDate: of.signedAt, ModDate: of.signedAt }),
    },
  });
}

function drawHead(paper: Paper): void {
  const { doc, of, say } = paper;
  const color = of.issuerColor ?? INK;
  decoration(paper, () => {
    doc.rect(0, 0, PAGE.width, 10).fill(color);
  });
  const issuer: Setting = { size: 13, weight: 'bold', color: INK, width: 460, maxLines: 2 };
  tagged(paper, 'P', () => {
    setLines(doc, linesOf(doc, say(of.issuerName), issuer), MARGIN, 48, issuer);
  });
  const kind: Setting = { size: 12, color: SOFT, width: 260, maxLines: 1 };
  tagged(paper, 'P', () => {
    const [line = ''] = linesOf(doc, say(KIND_WORDS[of.kind]), kind);
    doc.font('latin-regular').fontSize(kind.size);
    setLines(doc, [line], PAGE.width - MARGIN - doc.widthOfString(line), 49, kind);
  });
}

interface Block {
  tag: 'P' | 'H1' | 'H2';
  text: string;
  setting: Setting;
  gap: number;
}

function drawBody(paper: Paper): void {
  const { doc } = paper;
  const fits = SCALES.map((scale) => setBody(paper, scale)).find(
    ({ height }) => height <= BODY_BOTTOM - BODY_TOP,
  );
  const { blocks, height } = fits ?? setBody(paper, SCALES.at(-1) ?? 1);
  let y = BODY_TOP + Math.max(0, (BODY_BOTTOM - BODY_TOP - height) / 2);
  for (const { tag, lines, setting, gap } of blocks) {
    y += gap;
    tagged(paper, tag, () => {
      y = setLines(doc, lines, MARGIN, y, setting);
    });
  }
}

function setBody(paper: Paper, scale: number): { blocks: (Block & { lines: string[] })[]; height: number } {
  const blocks = blocksOf(paper, scale).map((block) => ({
    ...block,
    lines: linesOf(paper.doc, block.text, block.setting),
  }));
  return {
    blocks,
    height: blocks.reduce((sum, block) => sum + block.gap + heightOf(block.lines.length, block.setting), 0),
  };
}

function blocksOf({ of, say }: Paper, scale: number): Block[] {
  const width = PAGE.width - 2 * MARGIN;
  const set = (size: number, rest: Partial<Setting> = {}): Setting => ({
    size: size * scale,
    color: INK,
    width,
    maxLines: 4,
    ...rest,
  });
  const details = of.details.slice(0, MOST_DETAILS).map(({ label, value }) => `${say(label)}: ${say(value)}`);
  const blocks: Block[] = [
    { tag: 'P', text: say(WORDS.awardedTo), setting: set(13, { color: SOFT }), gap: 0 },
    {
      tag: 'H1',
      text: of.recipientName,
      setting: set(36, { weight: 'bold', maxLines: 12, lineHeight: 1.2 }),
      gap: 4 * scale,
    },
    { tag: 'H2', text: say(of.title), setting: set(20, { weight: 'bold' }), gap: 22 * scale },
    { tag: 'P', text: say(of.description), setting: set(13, { maxLines: 5 }), gap: 6 * scale },
    { tag: 'P', text: details.join('   ·   '), setting: set(11.5, { color: SOFT }), gap: 14 * scale },
  ];
  return blocks.filter(({ text }) => text !== '');
}

function collected(doc: Paper['doc']): Promise<Buffer> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
}

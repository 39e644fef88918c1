import type PDFDocument from 'pdfkit';
import { runsOf, type Weight } from './typeface';

type Document = InstanceType<typeof PDFDocument>;

/** How a paragraph is set; sizes and widths in points (1/72 inch). */
export interface Setting {
  size: number;
  weight?: Weight;
  color: string;
  width: number;
  /** Lines beyond it are cut with an ellipsis. */
  maxLines: number;
  lineHeight?: number;
}

const LINE_HEIGHT = 1.35;
const segmenter = new Intl.Segmenter('id', { granularity: 'grapheme' });

/** The lines a text takes at this setting. Words that are wider than a line are broken between letters. */
export function linesOf(doc: Document, text: string, setting: Setting): string[] {
  const { width, maxLines } = setting;
  const lines: string[] = [];
  let line = '';
  for (const word of text
    .split(/\s+/u)
    .filter(Boolean)
    .flatMap((word) => pieces(doc, word, setting))) {
    const longer = line ? `${line} ${word}` : word;
    if (widthOf(doc, longer, setting) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  if (line) lines.push(line);
  if (lines.length <= maxLines) return lines;
  return [...lines.slice(0, maxLines - 1), shortened(doc, lines.slice(maxLines - 1).join(' '), setting)];
}

/** The height that so many lines take. */
export function heightOf(lines: number, setting: Setting): number {
  return lines * setting.size * (setting.lineHeight ?? LINE_HEIGHT);
}

/** Sets lines from the top left corner given; returns the y below them. */
export function setLines(
  doc: Document,
  lines: readonly string[],
  x: number,
  y: number,
  setting: Setting,
): number {
  doc.fillColor(setting.color).fontSize(setting.size);
  lines.forEach((line, index) => {
    let at = x;
    for (const { font, text } of runsOf(line, setting.weight ?? 'regular')) {
      doc.font(font).text(text, at, y + heightOf(index, setting), { lineBreak: false });
      at += doc.widthOfString(text);
    }
  });
  return y + heightOf(lines.length, setting);
}

function widthOf(doc: Document, text: string, setting: Setting): number {
  doc.fontSize(setting.size);
  return runsOf(text, setting.weight ?? 'regular').reduce(
    (sum, run) => sum + doc.font(run.font).widthOfString(run.text),
    0,
  );
}

function pieces(doc: Document, word: string, setting: Setting): string[] {
  if (widthOf(doc, word, setting) <= setting.width) return [word];
  const parts: string[] = [];
  let part = '';
  for (const { segment } of segmenter.segment(word)) {
    if (part && widthOf(doc, part + segment, setting) > setting.width) {
      parts.push(part);
      part = '';
    }
    part += segment;
  }
  return [...parts, part];
}

function shortened(doc: Document, text: string, setting: Setting): string {
  const letters = [...segmenter.segment(text)].map(({ segment }) => segment);
  while (letters.length > 0 && widthOf(doc, `${letters.join('')}…`, setting) > setting.width) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}
